/**
 * Votes counted from the log, by pair, category and voter, and the online ratings. Start at
 * {@link org.dohyo.leaderboard.count.CountStore}, which adds a batch, and
 * {@link org.dohyo.leaderboard.count.CountTables}, the counts in memory. Owns the tables {@code pair_count},
 * {@code frequent_voter}, {@code voter_pair_count}, {@code elo_rating} and
 * {@code elo_gain}. May use {@code vote}, {@code model} and {@code rating}.
 */
package org.dohyo.leaderboard.count;
