package org.dohyo.battle;

import java.util.UUID;

/** Fired in the transaction that changes a battle after its answers have ended, such as a vote. */
public record BattleChanged(UUID battle) {
}
