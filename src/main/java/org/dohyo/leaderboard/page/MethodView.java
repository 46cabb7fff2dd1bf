package org.dohyo.leaderboard.page;

import java.util.List;

/**
 * What the method page shows of this instance.
 *
 * @param style what one standard deviation more of each feature does to the odds; empty before there is a board with style
 *        control, as {@code position} is null then
 * @param sideA share of decided votes that side A won, with its interval; null where there is none
 */
public record MethodView(String version, String votes, String entries, List<Line> leftOut, List<Line> style, String position,
        List<Line> shares, String sideA, String decided) {

    /** Something and its figure. */
    public record Line(String name, String figure) {
    }
}
