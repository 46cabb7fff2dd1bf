package org.dohyo.benchmark.page;

import java.util.List;
import java.util.stream.Collectors;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.web.csv.Csv;

/** The response with all benchmarks, those without results included. */
public record BenchmarkListing(List<Benchmark> benchmarks) {

    public String csv() {
        return Csv.line("slug", "name", "version", "scenarios", "metrics")
                + benchmarks.stream().map(one -> Csv.line(one.slug(), one.name(), one.version(), one.scenarios().size(),
                        one.metrics().size())).collect(Collectors.joining());
    }
}
