/**
 * A voter's own pages: battles, votes, a leaderboard of the own votes, and the export and erasure of personal data.
 * Start at {@link org.dohyo.me.MeResource} or {@link org.dohyo.me.MePage}. Each room exports and erases its own data
 * through {@link org.dohyo.voter.PersonalData} and {@link org.dohyo.battle.BattleData}; this room only calls them. It
 * may use any room but {@code project} and {@code desk}.
 */
package org.dohyo.me;
