package org.dohyo.benchmark.runner;

import org.dohyo.rating.Proportion;

/**
 * A judge's comparison of two models, over all questions at which it compared them in both orders.
 *
 * @param contradictions questions at which it preferred a position to an answer; they count among the ties
 * @param share won by {@code model}, a tie counting half, with its Wilson interval
 */
public record RunComparison(String model, String opponent, int wins, int ties, int losses, int contradictions,
        Proportion share) {
}
