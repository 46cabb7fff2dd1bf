package org.dohyo.benchmark.runner;

/**
 * One planned call of a run.
 *
 * @param question its place in the set, from 0
 * @param turn from 1; for a comparison, the last one
 * @param model the model that answers or is judged; in a comparison, the one shown first
 * @param opponent the other model of a comparison, otherwise null
 * @param callee the model that is called
 */
public record RunCallPlan(RunItemKind kind, int question, int turn, long model, Long opponent, long callee) {
}
