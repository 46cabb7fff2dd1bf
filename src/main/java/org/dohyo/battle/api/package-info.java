/**
 * The battle's HTTP interface and page, without rules of their own. Start at
 * {@link org.dohyo.battle.api.BattleResource}. May use {@code battle.play} and the rooms before it.
 */
package org.dohyo.battle.api;
