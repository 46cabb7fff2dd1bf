/**
 * Boards: how they are computed, published as snapshots and kept in memory. Start at
 * {@link org.dohyo.leaderboard.board.Boards} to read the newest, and at {@link org.dohyo.leaderboard.board.Snapshots}
 * to publish. Owns the tables {@code snapshot} and {@code uncertainty}. A bean of type
 * {@link org.dohyo.leaderboard.board.ModelColumn} adds a column. May use {@code leaderboard.count}.
 */
package org.dohyo.leaderboard.board;
