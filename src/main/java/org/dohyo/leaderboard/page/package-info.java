/**
 * The leaderboard's pages: the table, its charts, models, pairs and the method. Start at
 * {@link org.dohyo.leaderboard.page.LeaderboardPage} and {@link org.dohyo.leaderboard.page.BoardTable}. May use
 * {@code leaderboard.chart}, {@code leaderboard.board} and {@code web.cache}.
 */
package org.dohyo.leaderboard.page;
