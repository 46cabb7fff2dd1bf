package org.dohyo.rating.sequential;

import java.util.Arrays;

/**
 * The capital of gamblers who stake a fixed share λ of what they have on every vote's going to one side: it becomes
 * capital · (1 + λ·score). Each begins with 1/{@value #GAMBLERS}. If that side is no better, no strategy gains on
 * average, so the sum is a test supermartingale (I. Waudby-Smith and A. Ramdas, Estimating means of bounded random
 * variables by betting, JRSS B 86, 2024, arXiv 2010.09686): it ever reaches 1/α with a probability of at most α.
 */
final class Bets {

    private static final int GAMBLERS = 40;
    // A capital kept below what it could be is still one that nobody can beat the odds with.
    private static final double RICHEST = 1e280;

    /** Shares crowd near 0, so that small differences are found as well: ((k + ½)/n)². */
    private static final double[] STAKES = new double[GAMBLERS];

    static {
        for (int k = 0; k < GAMBLERS; k++) {
            STAKES[k] = (k + 0.5) / GAMBLERS * (k + 0.5) / GAMBLERS;
        }
    }

    private final double[] capitals = new double[GAMBLERS];

    Bets() {
        Arrays.fill(capitals, 1.0 / GAMBLERS);
    }

    /** @param score −1 … 1, above 0 if the vote goes to the side that was betted on */
    double after(double score) {
        double sum = 0;
        for (int k = 0; k < GAMBLERS; k++) {
            capitals[k] = Math.min(RICHEST, capitals[k] * (1 + STAKES[k] * score));
            sum += capitals[k];
        }
        return sum;
    }

    /** ln of the sum after votes whose numbers may be fractions: they are a forecast. */
    static double logSum(double[] scores, double[] numbers) {
        double[] logs = new double[GAMBLERS];
        for (int k = 0; k < GAMBLERS; k++) {
            logs[k] = -Math.log(GAMBLERS);
            for (int i = 0; i < scores.length; i++) {
                logs[k] += numbers[i] * Math.log1p(STAKES[k] * scores[i]);
            }
        }
        double largest = Arrays.stream(logs).max().orElseThrow();
        return largest + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum());
    }
}
