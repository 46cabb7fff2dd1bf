package org.dohyo.leaderboard.page;

import java.util.List;

/**
 * This instance's figures on the method page.
 *
 * @param style the effect of one standard deviation more of each feature on the odds; empty, as {@code position} is
 *        null, before the first board with style control
 * @param unknownVoters the number of imported votes without their voters; null if there are none
 * @param rules what this instance asks of votes and of floods
 * @param sideA share of decided votes that side A won, with its interval; null without decided votes
 */
public record MethodView(String version, String votes, String entries, List<Line> leftOut, List<Line> style,
        String position,
        List<Line> shares, String sideA, String decided, String unknownVoters, List<Line> rules) {

    /** A labelled figure. */
    public record Line(String name, String figure) {
    }
}
