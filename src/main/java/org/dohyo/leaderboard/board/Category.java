package org.dohyo.leaderboard.board;

/**
 * A category of votes that has a board.
 *
 * @param name in the reader's language
 * @param votes those that count in it
 */
public record Category(String slug, String name, long votes) {
}
