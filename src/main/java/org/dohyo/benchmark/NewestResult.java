package org.dohyo.benchmark;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * The newest result of a model in a scenario and metric; a view. A result on the arena's own questions, which are not
 * the original benchmark's, counts only if there is no other.
 */
@Entity
@Immutable
@Table(name = "benchmark_newest_result")
@NamedQuery(name = "NewestResult.of", query = """
        from NewestResult r join fetch r.model m where r.benchmark.id = ?1
            and (?2 is null or r.scenario = ?2) and (?3 is null or r.metric = ?3)
        order by m.id, r.scenario, r.metric""")
public class NewestResult extends ResultRow {

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<NewestResult, Long> {

        /**
         * The newest results of a benchmark.
         *
         * @param scenario null for all
         * @param metric null for all
         */
        List<Result> of(long benchmark, String scenario, String metric) {
            return find("#NewestResult.of", benchmark, scenario, metric).stream().map(ResultRow::result).toList();
        }
    }
}
