/**
 * The work in the background: {@link org.dohyo.leaderboard.job.LeaderboardJob} turns queued votes into boards,
 * {@link org.dohyo.leaderboard.job.UncertaintyJob} adds the figures that need every vote, and
 * {@link org.dohyo.leaderboard.job.Recount} checks the counts against the log. May use {@code leaderboard.board} and
 * {@code leaderboard.count}.
 */
package org.dohyo.leaderboard.job;
