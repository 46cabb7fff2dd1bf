package org.dohyo.project.board;

/**
 * Is B better than A? The figures hold whenever one looks.
 *
 * @param judgements on the two models, in the order of the log
 * @param logSize the size of the log from which they were read
 * @param estimate the mean score of B: 1 if all prefer it (by much, on a scale of five points), −1 if all prefer A
 * @param low lower end of the anytime-valid 95% interval of the mean
 * @param evidenceBetter the e-value that B is better; 40 decides
 * @param evidenceWorse the e-value that A is better
 * @param decidedAfter the number of judgements that decided; null while undecided
 * @param stillNeeded how many further ones decide if they go as all so far did; null if decided or not foreseeable
 * @param margin within which a difference counts as none; null if none was asked for
 */
public record Compared(String criterion, String a, String b, long judgements, long annotators, long logSize,
        double estimate, double low, double high, double evidenceBetter, double evidenceWorse, Decision decision,
        Long decidedAfter, Long stillNeeded, Double margin) {
}
