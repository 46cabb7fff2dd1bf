package org.dohyo.benchmark.runner;

import org.dohyo.rating.Proportion;

/**
 * A judge's comparison of two models, over all questions on which it compared them in both orders.
 *
 * @param contradictions questions on which it preferred a position rather than an answer; they count as ties
 * @param share won by {@code model}, a tie counting half, with its Wilson interval
 */
public record RunComparison(String model, String opponent, int wins, int ties, int losses, int contradictions,
        Proportion share) {
}
