/**
 * How often each model and each maker was seen: battles, votes, and how many variants were tried under code names. Start at
 * {@link org.dohyo.leaderboard.exposure.Exposures}. May use the other sub-rooms of {@code leaderboard}.
 */
package org.dohyo.leaderboard.exposure;
