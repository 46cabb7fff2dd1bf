package org.dohyo.benchmark.runner;

/**
 * One planned call of a run.
 *
 * @param question its place in the set, from 0
 * @param turn from 1; of a comparison the last one
 * @param model whose answer it is or is about; of a comparison the one shown first
 * @param opponent the other one of a comparison, else null
 * @param callee the model that is called
 */
public record RunCallPlan(RunItemKind kind, int question, int turn, long model, Long opponent, long callee) {
}
