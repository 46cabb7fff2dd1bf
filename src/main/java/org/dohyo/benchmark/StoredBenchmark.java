package org.dohyo.benchmark;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import org.hibernate.Session;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A {@link Benchmark} as the database holds it. Scenarios and metrics are added, never changed or removed. */
@Entity
@Table(name = "benchmark")
public class StoredBenchmark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;

    public String name;

    public String version;

    public Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "benchmark_scenario", joinColumns = @JoinColumn(name = "benchmark_id"))
    @OrderBy("position")
    Set<StoredScenario> scenarios = new LinkedHashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "benchmark_metric", joinColumns = @JoinColumn(name = "benchmark_id"))
    @OrderBy("position")
    Set<StoredMetric> metrics = new LinkedHashSet<>();

    @Embeddable
    record StoredScenario(String name, int position) {
    }

    @Embeddable
    record StoredMetric(String name, String unit, Double low, Double high, boolean higherIsBetter,
            int position) {

        Metric metric() {
            return new Metric(name, unit, low, high, higherIsBetter);
        }
    }

    Benchmark benchmark() {
        return new Benchmark(slug, name, version, scenarios.stream().map(StoredScenario::name).toList(),
                metrics.stream().map(StoredMetric::metric).toList());
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<StoredBenchmark, Long> {

        List<Benchmark> all() {
            return find("order by name, slug").stream().map(StoredBenchmark::benchmark).toList();
        }

        /**
         * Adds the scenarios and metrics that aren't there yet, after those that are. By statements of its own: Hibernate
         * would delete and insert the whole set, which results refer to.
         */
        void extend(StoredBenchmark benchmark, Collection<String> scenarios, Collection<Metric> metrics) {
            Set<String> known = benchmark.scenarios.stream().map(StoredScenario::name).collect(Collectors.toSet());
            int position = benchmark.scenarios.stream().mapToInt(StoredScenario::position).max().orElse(0);
            for (String scenario : scenarios) {
                if (known.add(scenario)) {
                    add(new StoredScenario(scenario, ++position), benchmark.id);
                }
            }
            Set<String> knownMetrics = benchmark.metrics.stream().map(StoredMetric::name).collect(Collectors.toSet());
            int place = benchmark.metrics.stream().mapToInt(StoredMetric::position).max().orElse(0);
            for (Metric metric : metrics) {
                if (knownMetrics.add(metric.name())) {
                    add(new StoredMetric(metric.name(), metric.unit(), metric.low(), metric.high(), metric.higherIsBetter(),
                            ++place), benchmark.id);
                }
            }
            getEntityManager().refresh(benchmark);
        }

        private void add(StoredScenario scenario, long benchmark) {
            getEntityManager().unwrap(Session.class).createNativeMutationQuery(
                    "insert into benchmark_scenario (benchmark_id, name, position) values (:benchmark, :name, :position)")
                    .setParameter("benchmark", benchmark).setParameter("name", scenario.name())
                    .setParameter("position", scenario.position()).executeUpdate();
        }

        private void add(StoredMetric metric, long benchmark) {
            getEntityManager().unwrap(Session.class).createNativeMutationQuery("""
                    insert into benchmark_metric (benchmark_id, name, unit, low, high, higher_is_better, position)
                    values (:benchmark, :name, :unit, :low, :high, :higherIsBetter, :position)""")
                    .setParameter("benchmark", benchmark).setParameter("name", metric.name())
                    .setParameter("unit", metric.unit()).setParameter("low", metric.low(), Double.class)
                    .setParameter("high", metric.high(), Double.class)
                    .setParameter("higherIsBetter", metric.higherIsBetter()).setParameter("position", metric.position())
                    .executeUpdate();
        }

        Optional<StoredBenchmark> bySlug(String slug) {
            return find("slug", slug).firstResultOptional();
        }
    }
}
