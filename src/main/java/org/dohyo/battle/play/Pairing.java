package org.dohyo.battle.play;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Battle;
import org.dohyo.battle.PairPlan;
import org.dohyo.model.Model;
import org.dohyo.model.endpoint.DrawableModels;
import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

/** Chooses the two models of a new battle: by the pair plan, or by the voter. */
@ApplicationScoped
class Pairing {

    private static final Duration NEXT_TRY = Duration.ofSeconds(30);

    private final Model.Repository models;
    private final DrawableModels drawable;
    private final PairPlan plan;
    private final RandomGenerator random;

    Pairing(Model.Repository models, DrawableModels drawable, PairPlan plan, RandomGenerator random) {
        this.models = models;
        this.drawable = drawable;
        this.plan = plan;
        this.random = random;
    }

    /** A blind battle of two drawn models, with the probability of this draw; 503 if fewer than two can be drawn. */
    Battle draw() {
        List<Model> candidates = drawable.list();
        if (candidates.size() < 2) {
            throw Refusal.by(PlayMessages.class,
                    words -> Problem.later(Status.SERVICE_UNAVAILABLE, "no-pair", words.noPair(), NEXT_TRY));
        }
        PairPlan.Draw draw = plan.draw(candidates, random);
        Battle battle = between(draw.a(), draw.b());
        battle.blind = true;
        battle.propensity = draw.propensity();
        return battle;
    }

    /** A battle of two models chosen by slug; 400 unless they are two different enabled models. */
    Battle named(String slugA, String slugB) {
        Model a = enabled(slugA, "modelA");
        Model b = enabled(slugB, "modelB");
        if (a.id.equals(b.id)) {
            throw Refusal.field("modelB", words -> words.unequal("modelA"));
        }
        return between(a, b);
    }

    private Model enabled(String slug, String field) {
        return models.findBySlug(slug == null ? "" : slug).filter(model -> model.enabled && model.unpublished == null)
                .orElseThrow(() -> Refusal.field(PlayMessages.class, field, PlayMessages::notEnabled));
    }

    private static Battle between(Model a, Model b) {
        Battle battle = new Battle();
        battle.modelA = a.id;
        battle.revisionA = a.revision;
        battle.modelB = b.id;
        battle.revisionB = b.revision;
        return battle;
    }
}
