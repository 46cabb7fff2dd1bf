package org.dohyo.benchmark.runner;

/**
 * The score or verdict of one call, from which scores are computed.
 *
 * @param model its slug; so is {@code opponent}
 */
public record RunCallResult(RunItemKind kind, int question, int turn, String model, String opponent, Double score,
        String verdict) {
}
