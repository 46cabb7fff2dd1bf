package org.dohyo.model.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.Model;

/** Decides which models may be drawn for a battle. */
@ApplicationScoped
public class DrawableModels {

    private final Model.Repository models;
    private final CallLimits limits;
    private final Clock clock;

    DrawableModels(Model.Repository models, CallLimits limits, Clock clock) {
        this.models = models;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The models that may be drawn now, in the order of their ids; each may meet at least one other of the list. Demo
     * models are among them only while fewer than two real models are enabled, regardless of their health and limits.
     */
    public List<Model> list() {
        List<Model> eligible = eligible();
        Set<Long> unavailable = limits.unavailable();
        List<Model> able = eligible.stream().filter(model -> model.weight > 0 && !unavailable.contains(model.id))
                .toList();
        return able.stream().filter(model -> able.stream().anyMatch(other -> other != model && model.mayMeet(other)))
                .toList();
    }

    /** True while demo models are drawn because too few real ones are enabled. */
    @Transactional
    public boolean onlyDemos() {
        return eligible().stream().anyMatch(Model::demo);
    }

    private List<Model> eligible() {
        Instant now = clock.instant();
        List<Model> enabled = models.list("enabled = true and retiredAt is null order by id").stream()
                .filter(model -> model.active(now)).toList();
        List<Model> real = enabled.stream().filter(model -> !model.demo()).toList();
        return real.size() >= 2 ? real : enabled;
    }
}
