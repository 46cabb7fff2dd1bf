package org.dohyo.leaderboard;

import java.time.Instant;
import java.util.List;

/**
 * A board as it is published; the interface's JSON. Ratings are on the Elo scale, rates 0 … 1.
 *
 * @param uncertaintyAt when the slower beat found what needs every vote (ranges of ranks; by voters, intervals too); null
 *        before it did, and where the board has none of it
 * @param uncertaintyLogSize the size of the log that it stands for
 */
public record Board(Instant generatedAt, String category, String method, String weights, boolean styleControl, long votes,
        long logSize, String methodVersion, Instant uncertaintyAt, Long uncertaintyLogSize, List<Row> models) {

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
    static Board empty(BoardKey key, Instant now) {
        return new Board(now, key.category(), key.method(), key.weights().label(), key.styleControl(), 0, 0,
                Boards.METHOD_VERSION, null, null, List.of());
    }

    /** The same board with some of its rows; ranks stay those of the whole board. */
    Board with(List<Row> rows) {
        return new Board(generatedAt, category, method, weights, styleControl, votes, logSize, methodVersion, uncertaintyAt,
                uncertaintyLogSize, rows);
    }
}
