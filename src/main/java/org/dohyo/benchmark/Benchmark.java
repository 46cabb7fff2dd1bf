package org.dohyo.benchmark;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named, versioned set of scenarios with metrics.
 *
 * @param slug its name in addresses: {@code mt-bench}, {@code mmlu}, {@code lm-eval}, {@code helm}, or an admin's own
 * @param scenarios in the order in which they are shown
 * @param metrics in the order in which they are shown
 * @param mainMetrics by scenario, where the order of the metrics doesn't tell it
 */
public record Benchmark(String slug, String name, String version, List<String> scenarios, List<Metric> metrics,
        Map<String, String> mainMetrics) {

    /** Form of a slug. The words that addresses use in the place of a slug are excluded. */
    public static final String SLUG = "(?!(table|import|models|results)$)[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?";

    public Benchmark {
        scenarios = List.copyOf(scenarios);
        metrics = List.copyOf(metrics);
        mainMetrics = Collections.unmodifiableMap(new LinkedHashMap<>(mainMetrics));
    }

    /** One whose order of metrics tells the main one of each scenario. */
    public Benchmark(String slug, String name, String version, List<String> scenarios, List<Metric> metrics) {
        this(slug, name, version, scenarios, metrics, Map.of());
    }

    public Optional<Metric> metric(String metric) {
        return metrics.stream().filter(known -> known.name().equals(metric)).findFirst();
    }

    /** The metric that stands for a scenario: its main one, or the first of the benchmark's that was measured in it. */
    public Optional<Metric> mainMetric(String scenario, Collection<String> measured) {
        String main = mainMetrics.get(scenario);
        return main != null && measured.contains(main) ? metric(main)
                : metrics.stream().filter(known -> measured.contains(known.name())).findFirst();
    }
}
