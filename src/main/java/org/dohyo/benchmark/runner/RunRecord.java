package org.dohyo.benchmark.runner;

/**
 * One call with all its words.
 *
 * @param model its slug
 * @param answer of the model
 * @param judgement of the judge; null where nobody judged
 */
public record RunRecord(String model, int question, int turn, String answer, String judgement, Double score, String verdict,
        String method) {
}
