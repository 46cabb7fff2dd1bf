package org.dohyo.leaderboard.board;

import org.dohyo.leaderboard.count.Weights;

/**
 * Which board.
 *
 * @param method {@code bt} or {@code elo}
 */
public record BoardKey(String category, String method, Weights weights, boolean styleControl) {

    /** The published default of a category. */
    public static BoardKey of(String category) {
        return new BoardKey(category, "bt", Weights.VOTERS, false);
    }

    /** Online Elo and the boards that hold style constant take every vote as one: they are always by votes. */
    public static BoardKey of(String category, String method, Weights weights, boolean styleControl) {
        boolean elo = method.equals("elo");
        return new BoardKey(category, method, elo || styleControl ? Weights.VOTES : weights, styleControl && !elo);
    }
}
