package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A board as it is published; the interface's JSON. Ratings are on the Elo scale, rates 0 … 1.
 *
 * @param uncertaintyAt when the slower beat found what needs every vote (ranges of ranks; by voters, intervals too); null
 *        before it did, and where the board has none of it
 * @param uncertaintyLogSize the size of the log that it stands for
 * @param style null where style is not held constant
 */
public record Board(Instant generatedAt, String category, String method, String weights, boolean styleControl, long votes,
        long logSize, String methodVersion, Instant uncertaintyAt, Long uncertaintyLogSize, Style style, List<Row> models) {

    /** An estimate and half the width of its 95% interval; null where the votes don't tell. */
    public record Effect(Double value, Double half) {
    }

    /**
     * What held style constant.
     *
     * @param coefficients log odds of a win for one standard deviation more of a feature, by its name
     * @param position how far side A is favoured between answers that look alike, in points
     */
    public record Style(Map<String, Effect> coefficients, Effect position) {
    }

    /**
     * @param low null, as {@code high}, where the method has no interval
     * @param bothBadLow lower end of the 95% interval of {@code bothBad}, the share of battles voted both bad
     * @param votesToFlip so many votes taken away would swap it with the next row of its component; null where unknown
     * @param regularised whether the votes alone gave no finite rating, so that a tenth of a tie was put on each pair
     */
    public record Row(int rank, Integer rankLow, Integer rankHigh, String slug, String name, String organization,
            String license, boolean openWeights, double rating, Double low, Double high, long votes, double winRate,
            double bothBad, double bothBadLow, double bothBadHigh, Long votesToFlip, int component, boolean regularised,
            boolean preliminary, boolean retired, boolean demo) {
    }

    /** The board before the first vote. */
    public static Board empty(BoardKey key, Instant now) {
        return new Board(now, key.category(), key.method(), key.weights().label(), key.styleControl(), 0, 0,
                Boards.METHOD_VERSION, null, null, null, List.of());
    }

    /** The same board with some of its rows; ranks stay those of the whole board. */
    public Board with(List<Row> rows) {
        return new Board(generatedAt, category, method, weights, styleControl, votes, logSize, methodVersion, uncertaintyAt,
                uncertaintyLogSize, style, rows);
    }
}
