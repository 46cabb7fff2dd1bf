package org.dohyo.benchmark;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** @param mainMetric null where the order of the benchmark's metrics tells it */
    @Embeddable
    public record StoredScenario(String name, int position, String mainMetric) {
    }

    @Embeddable
    public record StoredMetric(String name, String unit, Double low, Double high, boolean higherIsBetter,
            int position) {

        static StoredMetric of(Metric metric, int position) {
            return new StoredMetric(metric.name(), metric.unit(), metric.low(), metric.high(), metric.higherIsBetter(),
                    position);
        }

        Metric metric() {
            return new Metric(name, unit, low, high, higherIsBetter);
        }
    }

    Benchmark benchmark() {
        return new Benchmark(slug, name, version, scenarios.stream().map(StoredScenario::name).toList(),
                metrics.stream().map(StoredMetric::metric).toList(), mainMetrics());
    }

    private Map<String, String> mainMetrics() {
        Map<String, String> main = new LinkedHashMap<>();
        scenarios.stream().filter(scenario -> scenario.mainMetric() != null)
                .forEach(scenario -> main.put(scenario.name(), scenario.mainMetric()));
        return main;
    }

    /** The scenarios that the benchmark doesn't have yet, placed after those that it has. */
    List<StoredScenario> missingScenarios(Collection<String> names, Map<String, String> mainMetrics) {
        Set<String> known = scenarios.stream().map(StoredScenario::name).collect(Collectors.toSet());
        int last = scenarios.stream().mapToInt(StoredScenario::position).max().orElse(0);
        List<String> missing = names.stream().filter(known::add).toList();
        return IntStream.range(0, missing.size()).mapToObj(
                i -> new StoredScenario(missing.get(i), last + 1 + i, mainMetrics.get(missing.get(i)))).toList();
    }

    /** The metrics that the benchmark doesn't have yet, placed after those that it has. */
    List<StoredMetric> missingMetrics(Collection<Metric> candidates) {
        Set<String> known = metrics.stream().map(StoredMetric::name).collect(Collectors.toSet());
        int last = metrics.stream().mapToInt(StoredMetric::position).max().orElse(0);
        List<Metric> missing = candidates.stream().filter(metric -> known.add(metric.name())).toList();
        return IntStream.range(0, missing.size()).mapToObj(i -> StoredMetric.of(missing.get(i), last + 1 + i)).toList();
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
