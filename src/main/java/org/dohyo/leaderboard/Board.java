package org.dohyo.leaderboard;

import java.time.Instant;
import java.util.List;

/** One published table, as {@code GET /api/leaderboard} shows it. {@code bothBad} and {@code winRate} are shares of one. */
public record Board(Instant generatedAt, String category, String method, String weights, boolean styleControl,
        long votes, long logSize, String methodVersion, List<Row> models) {

    /** A model's line. What the slower computation has not reached yet is null, and so is what a method doesn't have. */
    public record Row(int rank, Integer rankLow, Integer rankHigh, String slug, String name, String organization,
            String license, boolean openWeights, double rating, Double low, Double high, long votes, double winRate,
            double bothBad, int component, boolean preliminary, boolean retired, boolean demo) {
    }
}
