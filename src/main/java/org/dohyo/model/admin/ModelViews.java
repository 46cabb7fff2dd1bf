package org.dohyo.model.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.dohyo.model.endpoint.EndpointHealth;
import org.dohyo.model.endpoint.HealthView;

/** Puts models together with what else an admin sees of them, in the caller's transaction. */
@ApplicationScoped
class ModelViews {

    private final ModelRevision.Repository revisions;
    private final ModelPrice.Repository prices;
    private final EndpointHealth health;

    ModelViews(ModelRevision.Repository revisions, ModelPrice.Repository prices, EndpointHealth health) {
        this.revisions = revisions;
        this.prices = prices;
        this.health = health;
    }

    ModelView of(Model model) {
        return ModelView.of(model, revisions.current(model), prices.ofModel(model.id));
    }

    /** In the order of the models. */
    List<ModelView> of(List<Model> models) {
        Map<Long, ModelRevision> versions = revisions.current(models);
        Map<Long, List<ModelPrice>> costs = prices.ofModels(models.stream().map(model -> model.id).toList());
        return models.stream().map(model -> ModelView.of(model, versions.get(model.id),
                costs.getOrDefault(model.id, List.of()))).toList();
    }

    /** The last hour of each model's endpoint, by slug. */
    Map<String, HealthView> health(Collection<Model> models) {
        Map<Long, HealthView> known = health.ofLastHour();
        return models.stream().collect(Collectors.toMap(model -> model.slug,
                model -> known.getOrDefault(model.id, HealthView.NOTHING), (one, same) -> one, TreeMap::new));
    }
}
