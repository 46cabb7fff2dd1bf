package org.dohyo.project.board;

/**
 * The judgements of one annotator on two models that say the same.
 *
 * @param member the annotator, by the database's number
 * @param value as the first model has it: 2 much better … −2 much worse
 */
record PairVotes(long member, long modelA, long modelB, short value, long count) {
}
