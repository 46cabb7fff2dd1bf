package org.dohyo.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * A named, versioned set of scenarios with metrics.
 *
 * @param slug its name in addresses: {@code mt-bench}, {@code mmlu}, {@code lm-eval}, {@code helm}, or an admin's own
 * @param scenarios in the order in which they are shown
 * @param metrics in the order in which they are shown; a scenario's main metric is the first of them that it has
 */
public record Benchmark(String slug, String name, String version, List<String> scenarios, List<Metric> metrics) {

    /** Form of a slug. The words that addresses use in the place of a slug are excluded. */
    public static final String SLUG = "(?!(table|import|models|results)$)[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?";

    public Benchmark {
        scenarios = List.copyOf(scenarios);
        metrics = List.copyOf(metrics);
    }

    public Optional<Metric> metric(String metric) {
        return metrics.stream().filter(known -> known.name().equals(metric)).findFirst();
    }
}
