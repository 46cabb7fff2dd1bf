package org.dohyo.benchmark.imports;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Metric;

/** HELM's metrics: which statistics measure a model, and in which unit, neither of which is in its files. */
final class HelmMetrics {

    private static final Pattern BOOKKEEPING = Pattern
            .compile("num_.*|max_num_.*|max_prob|training_.*|finish_reason.*|logprob|predicted_index"
                    + "|batch_size|prompt_.*|.*truncated.*|.*_cost|.*_tokens.*|.*runtime.*|platt_coef|platt_intercept|ref\\d+_rank"
                    + "|.*_annotator_success|.*_ci_(low|high)|ehr_sql_total_.*");
    private static final Pattern FRACTION = Pattern
            .compile(".*(exact_match|f1|rouge_.|bleu_.|ndcg|NDCG|RR@|recall|precision"
                    + "|math_equiv|accuracy|_acc|win_rate|toxic_frac|ece_|pass@|code_eval).*|pass|EM|F1|WWR");
    private static final Pattern LOWER = Pattern
            .compile(".*(ece_|toxic|bias|perplexity|bits_per_byte|error_rate|latency|leakage|nsfw|blacked_out|nudity"
                    + "|watermark|imbalance|_difference|lpips).*|([a-z]+_)?[wcm]er(_score)?|distance|edit_similarity"
                    + "|longest_common_prefix_length|(.*_)?error");

    private HelmMetrics() {
    }

    static boolean measures(String statistic) {
        return !BOOKKEEPING.matcher(statistic).matches();
    }

    static Benchmark benchmark(Metric metric, Map<String, String> mainMetrics) {
        return new Benchmark("helm", "HELM", "1", List.of(), List.of(metric), mainMetrics);
    }

    /** @param statistic without its split */
    static Metric of(String name, String statistic) {
        boolean higher = !LOWER.matcher(statistic).matches();
        return FRACTION.matcher(statistic).matches() ? new Metric(name, "fraction", 0.0, 1.0, higher)
                : new Metric(name, "", null, null, higher);
    }
}
