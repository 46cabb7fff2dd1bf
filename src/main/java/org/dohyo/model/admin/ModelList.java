package org.dohyo.model.admin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.dohyo.model.endpoint.EndpointHealth;
import org.dohyo.model.endpoint.HealthView;
import org.hibernate.Session;

/** The desk's list of models, page by page. */
@ApplicationScoped
public class ModelList {

    private static final int PAGE = 100;

    private static final String FITTING = """
            from model where (:idle or protocol is not null and retired_at is null)
              and position(lower(:text) in lower(coalesce(unpublished ->> 'name', name) || ' ' || slug)) > 0""";

    private final Session session;
    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final ModelPrice.Repository prices;
    private final EndpointHealth health;

    ModelList(Session session, Model.Repository models, ModelRevision.Repository revisions,
            ModelPrice.Repository prices, EndpointHealth health) {
        this.session = session;
        this.models = models;
        this.revisions = revisions;
        this.prices = prices;
        this.health = health;
    }

    /**
     * @param models those of the page, by slug
     * @param health by slug
     * @param fitting how many the search finds on all pages
     * @param all how many there are
     * @param last the page's last slug if others follow, else null
     */
    public record Page(List<ModelView> models, Map<String, HealthView> health, long fitting, long all, String last) {
    }

    /** @param after the slug before the page's first one; empty for the first page */
    @Transactional
    Page page(ModelSearch search, String after) {
        List<Long> found = session
                .createNativeQuery("select id " + FITTING + " and slug > :after order by slug", Long.class)
                .setParameter("idle", search.idleToo()).setParameter("text", search.text())
                .setParameter("after", after).setMaxResults(PAGE + 1).getResultList();
        List<Model> shown = models.list("id in ?1 order by slug", found.subList(0, Math.min(PAGE, found.size())));
        return new Page(views(shown), healthOf(shown), count(search), models.count(),
                found.size() > PAGE ? shown.get(PAGE - 1).slug : null);
    }

    private long count(ModelSearch search) {
        return session.createNativeQuery("select count(*) " + FITTING, Long.class)
                .setParameter("idle", search.idleToo()).setParameter("text", search.text()).getSingleResult();
    }

    private List<ModelView> views(List<Model> shown) {
        List<Long> ids = shown.stream().map(model -> model.id).toList();
        Map<ModelRevision.Key, ModelRevision> versions = revisions.list("modelId in ?1", ids).stream()
                .collect(Collectors
                        .toMap(version -> new ModelRevision.Key(version.modelId, version.revision),
                                Function.identity()));
        Map<Long, List<ModelPrice>> costs = prices.list("modelId in ?1 order by since desc", ids).stream()
                .collect(Collectors.groupingBy(price -> price.modelId));
        return shown.stream()
                .map(model -> ModelView.of(model, versions.get(new ModelRevision.Key(model.id, model.revision)),
                        costs.getOrDefault(model.id, List.of())))
                .toList();
    }

    private Map<String, HealthView> healthOf(List<Model> shown) {
        Map<Long, HealthView> known = health.ofLastHour();
        return shown.stream().collect(Collectors.toMap(model -> model.slug,
                model -> known.getOrDefault(model.id, HealthView.NOTHING)));
    }
}
