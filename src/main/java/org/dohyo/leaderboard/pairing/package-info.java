/**
 * The leaderboard's part in battles: choosing the models that meet, and comparing the models of a battle. Start at
 * {@link org.dohyo.leaderboard.pairing.LearningPairPlan}. May use {@code leaderboard.board} and
 * {@code leaderboard.count}.
 */
package org.dohyo.leaderboard.pairing;
