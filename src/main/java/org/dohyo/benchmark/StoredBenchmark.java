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
    record StoredMetric(String name, String unit, Double low, Double high, boolean higherIsBetter, int position) {

        Metric metric() {
            return new Metric(name, unit, low, high, higherIsBetter);
        }
    }

    Benchmark benchmark() {
        return new Benchmark(slug, name, version, scenarios.stream().map(StoredScenario::name).toList(),
                metrics.stream().map(StoredMetric::metric).toList());
    }

    /** Adds the scenarios and metrics that aren't there yet, after those that are. */
    void extend(Collection<String> moreScenarios, Collection<Metric> moreMetrics) {
        Set<String> known = scenarios.stream().map(StoredScenario::name).collect(Collectors.toSet());
        int position = scenarios.stream().mapToInt(StoredScenario::position).max().orElse(0);
        for (String scenario : moreScenarios) {
            if (known.add(scenario)) {
                scenarios.add(new StoredScenario(scenario, ++position));
            }
        }
        Set<String> knownMetrics = metrics.stream().map(StoredMetric::name).collect(Collectors.toSet());
        int place = metrics.stream().mapToInt(StoredMetric::position).max().orElse(0);
        for (Metric metric : moreMetrics) {
            if (knownMetrics.add(metric.name())) {
                metrics.add(new StoredMetric(metric.name(), metric.unit(), metric.low(), metric.high(),
                        metric.higherIsBetter(), ++place));
            }
        }
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<StoredBenchmark, Long> {

        List<Benchmark> all() {
            return find("order by name, slug").stream().map(StoredBenchmark::benchmark).toList();
        }

        Optional<StoredBenchmark> bySlug(String slug) {
            return find("slug", slug).firstResultOptional();
        }
    }
}
