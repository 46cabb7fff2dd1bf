package org.dohyo.benchmark.mmlu;

import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.runner.RunnerLabels;

/** MMLU's labels from its message bundle; subjects are shown as their files name them. */
record MmluLabels(MmluMessages words) implements RunnerLabels {

    @Override
    public String newRun() {
        return words.newRun();
    }

    @Override
    public String hint() {
        return words.hint();
    }

    @Override
    public String scenario(String scenario) {
        return scenario.equals(KnownBenchmarks.OVERALL) ? words.overall() : scenario;
    }

    @Override
    public String metric(String metric) {
        return switch (metric) {
            case Mmlu.ACCURACY -> words.accuracy();
            case Mmlu.UNPARSEABLE -> words.unparseable();
            default -> metric;
        };
    }
}
