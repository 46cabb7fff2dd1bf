/**
 * How far programs' judgements and inferred results agree with people's votes. Start at
 * {@link org.dohyo.leaderboard.agreement.Agreements}. May use {@code leaderboard.board}, {@code rating.agreement} and
 * the rooms before them.
 */
package org.dohyo.leaderboard.agreement;
