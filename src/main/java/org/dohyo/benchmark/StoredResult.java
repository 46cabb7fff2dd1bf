package org.dohyo.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A stored result, for readers; {@link Results} appends them. */
@Entity
@Immutable
@Table(name = "benchmark_result")
@NamedQuery(name = "StoredResult.history", query = """
        from StoredResult r join fetch r.model m where r.benchmark.slug = :benchmark and r.scenario = :scenario
            and m.slug = :model
        order by coalesce(sql('? ->> ''ownQuestions''', r.settings), 'false'), r.measuredAt desc, r.id desc""")
public class StoredResult extends ResultRow {

    byte[] hash;

    /** The results of a benchmark, older ones included. */
    record Extent(String benchmark, long results, long models, Instant newest) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<StoredResult, Long> {

        /** All results of a model in a scenario, the newest first; those on the arena's own questions come last. */
        List<StoredResult> history(String benchmark, String scenario, String model, int max) {
            return find("#StoredResult.history",
                    Map.of("benchmark", benchmark, "scenario", scenario, "model", model)).page(0, max).list();
        }

        List<Extent> extents() {
            return find("""
                    select b.slug, count(r.id), count(distinct r.model.id), max(r.measuredAt)
                    from StoredResult r join r.benchmark b group by b.slug""").project(Extent.class).list();
        }

        long newestId() {
            return find("select coalesce(max(id), 0) from StoredResult").project(Long.class).singleResult();
        }
    }
}
