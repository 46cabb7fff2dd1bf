package org.dohyo.benchmark.page;

import org.dohyo.benchmark.Benchmark;

/**
 * A benchmark with a checked metric and scenario of it.
 *
 * @param metric null for each scenario's main one
 * @param scenario null for none
 */
public record BenchmarkSelection(Benchmark benchmark, String metric, String scenario) {

    /** Identifies the selection in the key of a cached page. */
    String key() {
        return benchmark.slug() + " " + metric + " " + scenario;
    }
}
