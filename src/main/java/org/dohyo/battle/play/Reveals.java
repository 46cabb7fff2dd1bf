package org.dohyo.battle.play;

import java.util.Optional;

import org.dohyo.battle.Battle;
import org.dohyo.battle.Reveal;

/** Reveals the models of a judged battle. The room {@code vote} implements it. */
public interface Reveals {

    /** The reveal of a battle; empty before its vote. */
    Optional<Reveal> of(Battle battle);
}
