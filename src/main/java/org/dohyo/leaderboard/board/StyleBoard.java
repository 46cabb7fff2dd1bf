package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.model.ModelFacts;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.StyleFit;
import org.dohyo.text.StyleFeature;

/**
 * The figures of a board that holds style constant, from a category's votes for which the style of both answers is
 * known.
 *
 * @param ids the models in the order of the fit, by slug
 * @param logSize the size of the log from which it was computed
 */
public record StyleBoard(String category, List<Long> ids, PairCounts counts, StyleFit fit, RankIntervals ranks,
        long logSize) {

    /** @param models by id */
    Board board(Map<Long, ModelFacts> models, Instant now) {
        BoardKey key = BoardKey.styled(category);
        List<Uncertainty.Estimate> uncertainty = IntStream.range(0, ids.size()).mapToObj(
                i -> Uncertainty.Estimate.of(fit.fit().halfWidth(i), ranks.low()[i], ranks.high()[i], null)).toList();
        return new Board(now, category, key.method().label(), key.weights().label(), true, counts.votes(), logSize,
                key.method().version(), now, logSize, style(),
                BoardRows.of(ids.stream().map(models::get).toList(), counts, fit.fit(), uncertainty));
    }

    private Board.Style style() {
        Map<String, Board.Effect> coefficients = new LinkedHashMap<>();
        for (int k = 0; k < StyleFeature.CONTROLLED.size(); k++) {
            coefficients.put(StyleFeature.CONTROLLED.get(k).label(), effect(fit.coefficients().get(k)));
        }
        return new Board.Style(coefficients, effect(fit.position()));
    }

    private static Board.Effect effect(StyleFit.Effect effect) {
        return new Board.Effect(number(effect.value()), number(effect.halfWidth()));
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
