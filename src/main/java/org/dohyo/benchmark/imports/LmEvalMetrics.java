package org.dohyo.benchmark.imports;

import java.util.List;
import java.util.Set;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Metric;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The harness' metrics: their units are in no file. Version 0.3 has exact match, F1 and ROUGE in percent; 0.4 has most
 * of them as fractions, though not of every task. So 0.4's keep their filter in the name, as in {@code f1,none}, and
 * never share a metric with those of 0.3. The others are the same in both, and lose {@code ,none}.
 */
final class LmEvalMetrics {

    private static final Set<String> PERCENT_BEFORE = Set.of("exact_match", "f1", "rouge1", "rouge2", "rougeL",
            "rougeLsum");
    private static final Set<String> OF_A_HUNDRED = Set.of("bleu", "chrf");
    private static final Set<String> PERPLEXITY = Set.of("ppl", "perplexity", "word_perplexity", "byte_perplexity");
    private static final Set<String> LOWER_IS_BETTER = Set.of("bits_per_byte", "ter", "wer", "cer", "brier_score",
            "loss", "ece", "mae", "mse", "rmse", "likelihood_diff", "likelihood_difference", "pct_stereotype");
    private static final Set<String> FRACTIONS = Set.of("mc1", "mc2", "em", "pass@1");
    /** The harness writes 999 for a task whose answers were only generated. */
    private static final Set<String> NO_MEASURES = Set.of("bypass");

    private LmEvalMetrics() {
    }

    static boolean measures(String base) {
        return !NO_MEASURES.contains(base);
    }

    static Benchmark benchmark(Metric metric) {
        return new Benchmark("lm-eval", "lm-evaluation-harness", "0.3, 0.4", List.of(), List.of(metric));
    }

    /**
     * @param filter null in files of version 0.3
     * @param higherIsBetter as 0.4 states it; no boolean if it doesn't
     */
    static Metric of(String base, String filter, JsonNode higherIsBetter) {
        boolean percent = PERCENT_BEFORE.contains(base);
        String name = filter == null || filter.equals("none") && !percent ? base : base + "," + filter;
        boolean higher = higherIsBetter.isBoolean() ? higherIsBetter.booleanValue()
                : !PERPLEXITY.contains(base) && !LOWER_IS_BETTER.contains(base);
        if (percent) {
            return filter == null ? Metric.percent(name)
                    : base.equals("exact_match") ? Metric.fraction(name) : new Metric(name, "", 0.0, 100.0, higher);
        }
        if (OF_A_HUNDRED.contains(base)) {
            return Metric.percent(name);
        }
        if (base.equals("mcc")) {
            return new Metric(name, "coefficient", -1.0, 1.0, higher);
        }
        if (base.equals("acc") || base.startsWith("acc_") || base.endsWith("_acc") || FRACTIONS.contains(base)) {
            return new Metric(name, "fraction", 0.0, 1.0, higher);
        }
        return new Metric(name, PERPLEXITY.contains(base) ? "perplexity" : "", PERPLEXITY.contains(base) ? 1.0 : null,
                null,
                higher);
    }
}
