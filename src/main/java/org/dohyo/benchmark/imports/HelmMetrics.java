package org.dohyo.benchmark.imports;

import java.util.List;
import java.util.regex.Pattern;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Metric;

/** HELM's metrics: which statistics measure a model, and in which unit, neither of which is in its files. */
final class HelmMetrics {

    private static final Pattern BOOKKEEPING = Pattern
            .compile("(num|max|training|finish_reason|logprob$|predicted_index)_?.*"
                    + "|batch_size|.*_cost|.*_tokens.*|.*runtime.*");
    private static final Pattern FRACTION = Pattern
            .compile(".*(exact_match|f1|rouge_.|bleu_.|ndcg|NDCG|RR@|recall|precision"
                    + "|math_equiv|accuracy|_acc|win_rate|toxic_frac|ece_|pass@|code_eval).*|pass|EM|F1|WWR");
    private static final Pattern LOWER = Pattern
            .compile(".*(ece_|toxic|bias|perplexity|bits_per_byte|error|latency).*|wer|cer");

    private HelmMetrics() {
    }

    static boolean measures(String statistic) {
        return !BOOKKEEPING.matcher(statistic).matches();
    }

    static Benchmark benchmark(Metric metric) {
        return new Benchmark("helm", "HELM", "1", List.of(), List.of(metric));
    }

    /** @param statistic without its split */
    static Metric of(String name, String statistic) {
        boolean higher = !LOWER.matcher(statistic).matches();
        return FRACTION.matcher(statistic).matches() ? new Metric(name, "fraction", 0.0, 1.0, higher)
                : new Metric(name, "", null, null, higher);
    }
}
