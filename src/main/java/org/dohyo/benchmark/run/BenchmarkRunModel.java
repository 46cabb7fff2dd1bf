package org.dohyo.benchmark.run;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.dohyo.model.Model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model that answers in a run, with the revision that it had at the start. */
@Entity
@IdClass(BenchmarkRunModel.Key.class)
public class BenchmarkRunModel {

    record Key(UUID runId, Long modelId) implements Serializable {
    }

    @Id
    public UUID runId;

    @Id
    public Long modelId;

    // The logical name, since the strategy derives the physical one of both.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "modelId", insertable = false, updatable = false)
    public Model model;

    public int revision;

    /**
     * True once the endpoint has refused log-probabilities or a bounded answer; from then on it gets only the question.
     */
    public boolean plain;

    /** A model of a run by its slug. */
    record Slug(UUID runId, Long modelId, String slug) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<BenchmarkRunModel, BenchmarkRunModel.Key> {

        /** The models of these runs, by slug. */
        List<Slug> slugs(Collection<UUID> runs) {
            return find("""
                    select x.runId, x.modelId, m.slug from BenchmarkRunModel x join x.model m
                    where x.runId in ?1 order by m.slug""", runs).project(Slug.class).list();
        }

        void makePlain(UUID run, long model) {
            update("plain = true where runId = ?1 and modelId = ?2", run, model);
        }
    }
}
