package org.dohyo.benchmark.page;

import java.util.List;

import org.dohyo.benchmark.KnownBenchmarks;

/** The benchmark figures shown beside the arena's rating in one table, with the possible sources of each. */
public enum BenchmarkHeadline {

    MT_BENCH("mtbench", List.of(new Place(KnownBenchmarks.MT_BENCH.slug(), KnownBenchmarks.OVERALL, "score"))),
    /** The arena's own run or an entered figure; otherwise the harness' group of all subjects. */
    MMLU("mmlu", List.of(new Place(KnownBenchmarks.MMLU.slug(), KnownBenchmarks.OVERALL, "accuracy"),
            new Place("lm-eval", "mmlu", "acc")));

    private final String key;
    private final List<Place> places;

    BenchmarkHeadline(String key, List<Place> places) {
        this.key = key;
        this.places = places;
    }

    record Place(String benchmark, String scenario, String metric) {
    }

    String key() {
        return key;
    }

    /** In order of preference: the first in which a model has a result counts. */
    List<Place> places() {
        return places;
    }
}
