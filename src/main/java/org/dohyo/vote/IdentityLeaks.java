package org.dohyo.vote;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.text.NameLeaks;

/** Finds answers that name their own model or its maker: such a vote wasn't blind. */
@ApplicationScoped
class IdentityLeaks {

    private final Model.Repository models;
    private final ModelRevision.Repository revisions;

    IdentityLeaks(Model.Repository models, ModelRevision.Repository revisions) {
        this.models = models;
        this.revisions = revisions;
    }

    /** @param answers all answers of the battle, without the prompts */
    boolean in(Battle battle, List<Answer> answers) {
        return Stream.of(Side.values()).anyMatch(side -> {
            NameLeaks names = names(battle.model(side), battle.revision(side));
            return answers.stream().filter(answer -> answer.side == side)
                    .anyMatch(answer -> names.find(answer.text).isPresent());
        });
    }

    private NameLeaks names(long modelId, int revision) {
        Model model = models.findById(modelId);
        String endpointName = revisions.findById(new ModelRevision.Key(modelId, revision)).endpointModel;
        return NameLeaks.of(
                Stream.concat(Stream.of(model.name, model.slug, endpointName), Stream.of(model.aliases)).toList(),
                model.organization);
    }
}
