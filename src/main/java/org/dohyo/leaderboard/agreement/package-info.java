/**
 * How far programs' judgements and inferred results agree with people's votes. Start at
 * {@link org.dohyo.leaderboard.agreement.AgreementJob}; {@link org.dohyo.leaderboard.agreement.Agreements} has what it
 * last computed. Owns the table {@code judge_agreement}. May use {@code leaderboard.board}, {@code rating.agreement}
 * and the rooms before them.
 */
package org.dohyo.leaderboard.agreement;
