package org.dohyo.battle.play;

import java.util.Optional;

import org.dohyo.battle.Battle;

/** Names the models of a judged battle; the room of votes knows how. */
public interface Reveals {

    /** The reveal as the interface gives it, where the battle has been voted on. */
    Optional<?> of(Battle battle);
}
