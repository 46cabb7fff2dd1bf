package org.dohyo.leaderboard;

import java.util.List;

/**
 * What the method page shows of this instance.
 *
 * @param sideA share of decided votes that side A won, with its interval; null where there is none
 */
public record MethodView(String version, String votes, String entries, List<Line> leftOut, List<Line> shares, String sideA,
        String decided) {

    /** Something and its figure. */
    public record Line(String name, String figure) {
    }
}
