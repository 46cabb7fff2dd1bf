package org.dohyo.benchmark.runner;

/**
 * One call with its texts.
 *
 * @param model its slug
 * @param answer of the model
 * @param judgement of the judge; null for a benchmark without a judge
 */
public record RunRecord(String model, int question, int turn, String answer, String judgement, Double score,
        String verdict,
        String method) {
}
