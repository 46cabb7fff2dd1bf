package org.dohyo.battle.api;

import java.util.List;
import java.util.Map;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.battle.PairPlan;
import org.dohyo.model.Model;
import org.dohyo.model.endpoint.DrawableModels;

import io.smallrye.common.annotation.Blocking;

/** The public facts and planned shares of the models, without their endpoints. */
@Path("/api/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PublicModelsResource {

    private final Model.Repository models;
    private final DrawableModels drawable;
    private final PairPlan plan;

    PublicModelsResource(Model.Repository models, DrawableModels drawable, PairPlan plan) {
        this.models = models;
        this.drawable = drawable;
        this.plan = plan;
    }

    /**
     * @param openWeights null if unknown
     * @param share the model's planned share of all sides, 0 … 1; 0 if it isn't drawn
     */
    public record PublicModel(String slug, String name, String organization, String license, Boolean openWeights,
            String link, boolean demo, boolean enabled, boolean retired, double share) {
    }

    public record PublicModels(List<PublicModel> models) {
    }

    @GET
    @Transactional
    public PublicModels models() {
        Map<String, Double> shares = plan.shares(drawable.list());
        return new PublicModels(models.list("order by slug").stream()
                .map(model -> new PublicModel(model.slug, model.name, model.organization, model.license,
                        model.openWeights,
                        model.link, model.demo(), model.enabled, model.retiredAt != null,
                        shares.getOrDefault(model.slug, 0.0)))
                .toList());
    }
}
