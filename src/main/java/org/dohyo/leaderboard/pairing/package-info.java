/**
 * The leaderboard's part in battles: which models meet, and how the models of a battle stand. Start at
 * {@link org.dohyo.leaderboard.pairing.LearningPairPlan}. May use {@code leaderboard.board} and
 * {@code leaderboard.count}.
 */
package org.dohyo.leaderboard.pairing;
