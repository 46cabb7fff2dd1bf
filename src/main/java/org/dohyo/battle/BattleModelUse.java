package org.dohyo.battle;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.ModelUse;

/** A model is in use once it is drawn for a battle. */
@ApplicationScoped
class BattleModelUse implements ModelUse {

    private final Battle.Repository battles;

    BattleModelUse(Battle.Repository battles) {
        this.battles = battles;
    }

    @Override
    public boolean uses(long modelId) {
        return battles.find("modelA = ?1 or modelB = ?1", modelId).firstResultOptional().isPresent();
    }
}
