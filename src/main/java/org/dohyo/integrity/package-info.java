/**
 * Evidence that the vote log is whole ({@link org.dohyo.integrity.LogMemory}), and that votes come from people who
 * judge answers: start at {@link org.dohyo.integrity.Detectors}, which act only by excluding and restoring votes. May
 * use {@code leaderboard} and the rooms before it.
 */
package org.dohyo.integrity;
