/**
 * The story of a battle: open, follow up, stop, retry, read. Start at {@link org.dohyo.battle.play.Battles}. May use
 * {@code battle.stream}, {@code battle} and the rooms before them.
 */
package org.dohyo.battle.play;
