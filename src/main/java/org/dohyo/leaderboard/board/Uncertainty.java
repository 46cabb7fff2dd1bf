package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.Map;

/**
 * The figures of a board that need every vote, computed less often than the ratings.
 *
 * @param logSize the size of the log from which they were computed
 * @param at when they were computed; null for {@link #NONE}
 * @param models by model id
 */
public record Uncertainty(long logSize, Instant at, Map<Long, Estimate> models) {

    static final Uncertainty NONE = new Uncertainty(0, null, Map.of());

    /**
     * The uncertainty of a model's rating and rank.
     *
     * @param half half of the rating's 95% interval, in points; null without votes
     * @param rankLow the best rank that the model may have, 1 being the first
     * @param rankHigh the worst
     * @param votesToFlip the number of votes whose removal would swap it with the next model; null for the last model
     *        or if no number would
     */
    public record Estimate(Double half, Integer rankLow, Integer rankHigh, Long votesToFlip) {

        static final Estimate UNKNOWN = new Estimate(null, null, null, null);

        /** @param half NaN if unknown */
        public static Estimate of(double half, Integer rankLow, Integer rankHigh, Long votesToFlip) {
            return new Estimate(Double.isNaN(half) ? null : half, rankLow, rankHigh, votesToFlip);
        }
    }

    Estimate of(long model) {
        return models.getOrDefault(model, Estimate.UNKNOWN);
    }
}
