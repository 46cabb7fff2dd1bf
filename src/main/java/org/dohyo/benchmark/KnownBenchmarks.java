package org.dohyo.benchmark;

import java.util.List;

/** The benchmarks that this arena can run; other tools' results of the same kind are stored under them too. */
public final class KnownBenchmarks {

    /** The scenario that summarises all others of a benchmark. */
    public static final String OVERALL = "overall";

    /** Mean of a judge's points from 1 to 10, overall and by turn; a scenario for each kind of question. */
    public static final Benchmark MT_BENCH = new Benchmark("mt-bench", "MT-Bench", "1",
            List.of(OVERALL, "writing", "roleplay", "reasoning", "math", "coding", "extraction", "stem", "humanities"),
            List.of(points("score"), points("score-turn-1"), points("score-turn-2")));

    /** Shares of correct answers and of answers without a readable choice; a scenario for each subject. */
    public static final Benchmark MMLU = new Benchmark("mmlu", "MMLU", "1", List.of(OVERALL),
            List.of(Metric.fraction("accuracy"), new Metric("unparseable", "fraction", 0.0, 1.0, false)));

    private KnownBenchmarks() {
    }

    private static Metric points(String name) {
        return new Metric(name, "points", 1.0, 10.0, true);
    }
}
