package org.dohyo.model.admin;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.Model;
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
    private final ModelViews views;

    ModelList(Session session, Model.Repository models, ModelViews views) {
        this.session = session;
        this.models = models;
        this.views = views;
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
        return new Page(views.of(shown), views.health(shown), count(search), models.count(),
                found.size() > PAGE ? shown.get(PAGE - 1).slug : null);
    }

    private long count(ModelSearch search) {
        return session.createNativeQuery("select count(*) " + FITTING, Long.class)
                .setParameter("idle", search.idleToo()).setParameter("text", search.text()).getSingleResult();
    }
}
