/**
 * Battles and their rows: two models, the turns of a conversation, the answers, and the moves between states. Start at
 * {@link org.dohyo.battle.Battle} and {@link org.dohyo.battle.BattleState}. Declares what battles need from later
 * rooms: {@link org.dohyo.battle.PairPlan}, {@link org.dohyo.battle.PromptGuard}, {@link org.dohyo.battle.Standings}.
 * May use {@code model} and the rooms before it.
 */
package org.dohyo.battle;
