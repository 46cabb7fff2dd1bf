package org.dohyo.benchmark.runner;

import org.dohyo.rating.Mean;
import org.dohyo.rating.Proportion;

/**
 * A score of a model with its 95% interval.
 *
 * @param low null for a single question; so are {@code high} and {@code standardError}
 * @param n number of questions
 */
public record RunScore(String model, String scenario, String metric, double value, Double standardError, Double low,
        Double high,
        int n) {

    public static RunScore of(String model, String scenario, String metric, Mean mean) {
        return new RunScore(model, scenario, metric, mean.value(), mean.standardError(), mean.low(), mean.high(),
                mean.n());
    }

    public static RunScore of(String model, String scenario, String metric, long hits, int n) {
        Proportion share = Proportion.of(hits, n);
        return new RunScore(model, scenario, metric, share.share(), Math.sqrt(share.share() * (1 - share.share()) / n),
                share.low(), share.high(), n);
    }
}
