package org.dohyo.project.board;

/**
 * A judgement on two models, in the order of the log.
 *
 * @param value as the first model has it: 2 much better … −2 much worse
 */
record OrderedVote(long member, long modelA, short value) {
}
