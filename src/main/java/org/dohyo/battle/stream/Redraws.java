package org.dohyo.battle.stream;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.Redraw;
import org.dohyo.battle.Side;
import org.dohyo.model.Model;
import org.dohyo.model.endpoint.DrawableModels;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.ProviderError;

/**
 * Gives a side another model if its first answer failed before any text was sent, so that the voter only waits longer.
 * The battle is marked and loses its propensity, since this pair was not drawn with it.
 */
@ApplicationScoped
class Redraws {

    private static final int MOST_OF_A_BATTLE = 4;

    private final Battle.Repository battles;
    private final Answer.Repository answers;
    private final Redraw.Repository redraws;
    private final Model.Repository models;
    private final DrawableModels drawable;
    private final Endpoints endpoints;
    private final RandomGenerator random;
    private final Clock clock;

    Redraws(Battle.Repository battles, Answer.Repository answers, Redraw.Repository redraws, Model.Repository models,
            DrawableModels drawable, Endpoints endpoints, RandomGenerator random, Clock clock) {
        this.battles = battles;
        this.answers = answers;
        this.redraws = redraws;
        this.models = models;
        this.drawable = drawable;
        this.endpoints = endpoints;
        this.random = random;
        this.clock = clock;
    }

    /** The endpoint of the other model; empty if the side has to fail. */
    @Transactional
    Optional<Endpoint> another(UUID id, LiveAnswer silent, ProviderError error) {
        Battle battle = battles.lock(id).orElseThrow();
        Answer answer = answers.findById(new Answer.Key(id, silent.turn(), silent.side()));
        boolean first = battle.blind && silent.turn() == 1 && silent.attempt() == 1;
        if (!first || battle.stopAsked || answer == null || answer.state() != AnswerState.STREAMING
                || answer.attempt != 1) {
            return Optional.empty();
        }
        Set<Long> failed = redraws.failedIn(id);
        failed.add(battle.modelA);
        failed.add(battle.modelB);
        Model opponent = models.findById(battle.model(silent.side() == Side.A ? Side.B : Side.A));
        boolean demosToo = List.of(battle.modelA, battle.modelB).stream()
                .anyMatch(model -> models.findById(model).demo());
        List<Model> others = drawable.list().stream().filter(model -> !failed.contains(model.id))
                .filter(model -> demosToo || !model.demo()).filter(model -> model.mayMeet(opponent)).toList();
        if (others.isEmpty() || failed.size() >= MOST_OF_A_BATTLE + 2) {
            return Optional.empty();
        }
        Model other = drawn(others);
        redraws.persist(trace(battle, silent.side(), error));
        battle.put(silent.side(), other);
        answer.startedAt = clock.instant();
        return Optional.of(endpoints.of(other.id, other.revision));
    }

    private Model drawn(List<Model> models) {
        double at = random.nextDouble() * models.stream().mapToDouble(model -> model.weight).sum();
        for (Model model : models) {
            at -= model.weight;
            if (at < 0) {
                return model;
            }
        }
        return models.get(models.size() - 1);
    }

    private Redraw trace(Battle battle, Side side, ProviderError error) {
        Redraw redraw = new Redraw();
        redraw.battleId = battle.id;
        redraw.side = side;
        redraw.modelId = battle.model(side);
        redraw.revision = battle.revision(side);
        redraw.errorKind = error.kind().name();
        redraw.errorDetail = error.detail();
        redraw.redrawnAt = clock.instant();
        return redraw;
    }
}
