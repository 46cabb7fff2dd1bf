/**
 * The leaderboard for programs, as JSON and CSV. Start at {@link org.dohyo.leaderboard.api.LeaderboardResource}. May
 * use {@code leaderboard.page} for the query parameters of a board, and {@code leaderboard.board}.
 */
package org.dohyo.leaderboard.api;
