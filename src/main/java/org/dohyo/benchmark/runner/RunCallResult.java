package org.dohyo.benchmark.runner;

/**
 * What came of a call, as scores are made of it.
 *
 * @param model its slug; so is {@code opponent}
 */
public record RunCallResult(RunItemKind kind, int question, int turn, String model, String opponent, Double score,
        String verdict) {
}
