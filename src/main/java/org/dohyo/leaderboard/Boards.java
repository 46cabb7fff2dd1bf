package org.dohyo.leaderboard;

/** Where the newest published table is read. */
public interface Boards {

    /** The table of a category by a method ({@code bt} or {@code elo}); empty, never null, before the first vote. */
    Board current(String category, String method);
}
