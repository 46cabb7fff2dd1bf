package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.model.ModelFacts;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;

/**
 * The figures of a board that is computed at the slower beat with its intervals.
 *
 * @param ids the models in the order of the fit, by slug
 * @param counts unweighted
 * @param logSize the size of the log from which it was computed
 */
public record FittedBoard(BoardKey key, List<Long> ids, PairCounts counts, Fit fit, RankIntervals ranks,
        long logSize) {

    /** @param models by id */
    Board board(Map<Long, ModelFacts> models, Instant now) {
        List<Uncertainty.Estimate> uncertainty = IntStream.range(0, ids.size()).mapToObj(
                i -> Uncertainty.Estimate.of(fit.halfWidth(i), ranks.low()[i], ranks.high()[i], null)).toList();
        return new Board(now, key.category(), key.method().label(), key.weights().label(), false, counts.votes(),
                logSize, key.method().version(), now, logSize, null,
                BoardRows.of(ids.stream().map(models::get).toList(), counts, fit, uncertainty));
    }
}
