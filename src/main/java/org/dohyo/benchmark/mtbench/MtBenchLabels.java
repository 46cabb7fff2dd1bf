package org.dohyo.benchmark.mtbench;

import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.runner.RunnerLabels;

/** MT-Bench's labels from its message bundle. */
record MtBenchLabels(MtBenchMessages words) implements RunnerLabels {

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
        if (scenario.equals(KnownBenchmarks.OVERALL)) {
            return words.overall();
        }
        return MtBenchKind.ofLabel(scenario).map(kind -> switch (kind) {
            case WRITING -> words.writing();
            case ROLEPLAY -> words.roleplay();
            case REASONING -> words.reasoning();
            case MATH -> words.math();
            case CODING -> words.coding();
            case EXTRACTION -> words.extraction();
            case STEM -> words.stem();
            case HUMANITIES -> words.humanities();
        }).orElse(scenario);
    }

    @Override
    public String metric(String metric) {
        return switch (metric) {
            case MtBench.SCORE -> words.score();
            case MtBench.SCORE + "-turn-1" -> words.scoreTurn1();
            case MtBench.SCORE + "-turn-2" -> words.scoreTurn2();
            default -> metric;
        };
    }
}
