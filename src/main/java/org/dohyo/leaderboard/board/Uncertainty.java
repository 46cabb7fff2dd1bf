package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.Map;

/**
 * What the slower beat found for a board.
 *
 * @param logSize the size of the log that it stands for
 * @param at when it was found
 * @param models by model id
 */
public record Uncertainty(long logSize, Instant at, Map<Long, Of> models) {

    static final Uncertainty NONE = new Uncertainty(0, null, Map.of());

    /**
     * @param half half of the rating's 95% interval, in points; null without votes
     * @param rankLow the best rank that the model may have, 1 being the first
     * @param rankHigh the worst
     * @param votesToFlip so many votes taken away would swap it with the next one; null where none would, and for the last
     */
    public record Of(Double half, Integer rankLow, Integer rankHigh, Long votesToFlip) {

        static final Of UNKNOWN = new Of(null, null, null, null);
    }

    Of of(long model) {
        return models.getOrDefault(model, Of.UNKNOWN);
    }
}
