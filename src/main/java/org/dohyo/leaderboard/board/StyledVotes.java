package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.count.Weights;
import org.dohyo.model.Model;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.StyleFit;

/**
 * A category's votes of which the style of both answers is known, fitted with style held constant.
 *
 * @param ids models by place
 * @param logSize the size of the log that it stands for
 */
public record StyledVotes(String category, List<Long> ids, PairCounts counts, StyleFit fit, RankIntervals ranks, long logSize) {

    /** @param models by id */
    Board board(Map<Long, Model> models, Instant now) {
        List<Uncertainty.Of> uncertainty = IntStream.range(0, ids.size()).mapToObj(i -> {
            double half = fit.fit().halfWidth(i);
            return new Uncertainty.Of(Double.isNaN(half) ? null : half, ranks.low()[i], ranks.high()[i], null);
        }).toList();
        return new Board(now, category, "bt", Weights.VOTES.label(), true, counts.votes(), logSize, Boards.METHOD_VERSION, now,
                logSize, style(), BoardRows.of(ids.stream().map(models::get).toList(), counts, fit.fit(), uncertainty));
    }

    private Board.Style style() {
        Map<String, Board.Effect> coefficients = new LinkedHashMap<>();
        fit.coefficients().forEach(
                coefficient -> coefficients.put(coefficient.feature().name().toLowerCase(Locale.ROOT),
                        effect(coefficient.effect())));
        return new Board.Style(coefficients, effect(fit.position()));
    }

    private static Board.Effect effect(StyleFit.Effect effect) {
        return new Board.Effect(number(effect.value()), number(effect.halfWidth()));
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
