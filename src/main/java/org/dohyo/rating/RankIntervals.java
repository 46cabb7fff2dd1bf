package org.dohyo.rating;

import java.util.Arrays;

import org.dohyo.rating.exact.Normals;

/**
 * The ranks that each model may have within its component, from 1, all of them right at once with 95%.
 * <p>
 * The questions are "is i no better than j?" of all ordered pairs; the answer is no where i leads by more than c
 * standard errors of the difference. c is the 95% point of the largest lead that chance makes, where a first look (at
 * the price of {@value #FIRST_LOOK}) says how far behind i may be at best: whoever is far behind makes no false lead
 * (J. P. Romano, A. M. Shaikh and M. Wolf, A practical two-step method for testing moment inequalities, 2014). Then
 * what was answered is no longer a question and c is found again (J. P. Romano and M. Wolf, Exact and approximate
 * stepdown methods for multiple hypothesis testing, 2005). Chance is draws of the ratings' covariance, the same to the
 * last bit from the same seed.
 *
 * @param low one more than the number of surely better models
 * @param high the number of models less the surely worse ones
 * @param critical the 95% point of the largest |t| over all pairs: all differences ± so many standard errors hold at
 *        once; 0 where there is nothing to compare
 */
public record RankIntervals(int[] low, int[] high, double critical) {

    private static final double LEVEL = 0.95;
    private static final double FIRST_LOOK = 0.0025;
    private static final long SEED = 1;

    /**
     * As boards are published, from draws that are always the same.
     *
     * @throws IllegalArgumentException if the fit has no covariance
     */
    public static RankIntervals of(Fit fit) {
        return of(fit, SEED);
    }

    /** @throws IllegalArgumentException if the fit has no covariance */
    public static RankIntervals of(Fit fit, long seed) {
        double[][] errors = errors(fit);
        double[][] precisions = precisions(errors);
        LargestDifference noise = new LargestDifference(fit.covariance(), precisions, new Normals(seed));
        double[] largest = noise.largest(new double[errors.length][errors.length]);
        double[][] behind = behind(fit.ratings(), precisions, LargestDifference.point(largest, 1 - FIRST_LOOK));
        boolean[][] surelyBetter = new boolean[errors.length][errors.length];
        double next;
        do {
            next = LargestDifference.point(noise.largest(behind), LEVEL + FIRST_LOOK);
        } while (decide(fit.ratings(), errors, next, surelyBetter, behind));
        return counted(fit.component(), surelyBetter, LargestDifference.point(largest, LEVEL));
    }

    /**
     * By how many standard errors i is behind j even if the first look is kindest to it, negative; 0 if it may lead.
     */
    private static double[][] behind(double[] ratings, double[][] precisions, double bound) {
        double[][] behind = new double[ratings.length][ratings.length];
        for (int i = 0; i < ratings.length; i++) {
            for (int j = 0; j < ratings.length; j++) {
                behind[i][j] = Math.min(0, (ratings[i] - ratings[j]) * precisions[i][j] + bound);
            }
        }
        return behind;
    }

    private static RankIntervals counted(int[] component, boolean[][] surelyBetter, double critical) {
        int[] low = new int[component.length];
        int[] high = new int[component.length];
        for (int i = 0; i < component.length; i++) {
            low[i] = 1;
            for (int j = 0; j < component.length; j++) {
                low[i] += surelyBetter[j][i] ? 1 : 0;
                high[i] += component[j] == component[i] && !surelyBetter[i][j] ? 1 : 0;
            }
        }
        return new RankIntervals(low, high, critical);
    }

    /** Marks who leads by enough and takes the question away; returns whether anyone new does. */
    private static boolean decide(double[] ratings, double[][] errors, double critical, boolean[][] surelyBetter,
            double[][] behind) {
        boolean more = false;
        for (int i = 0; i < ratings.length; i++) {
            for (int j = 0; j < ratings.length; j++) {
                if (!surelyBetter[i][j] && ratings[i] - ratings[j] > critical * errors[i][j]) {
                    surelyBetter[i][j] = true;
                    behind[i][j] = Double.NEGATIVE_INFINITY;
                    more = true;
                }
            }
        }
        return more;
    }

    /** Standard errors of the differences, in points; NaN between components. */
    private static double[][] errors(Fit fit) {
        int models = fit.ratings().length;
        double[][] v = fit.covariance();
        double[][] errors = new double[models][models];
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                if (i != j && fit.component()[i] == fit.component()[j]) {
                    errors[i][j] = Math.sqrt(Math.max(0, v[i][i] + v[j][j] - 2 * v[i][j]));
                    if (Double.isNaN(errors[i][j])) {
                        throw new IllegalArgumentException("no covariance of " + i + " and " + j);
                    }
                } else {
                    errors[i][j] = Double.NaN;
                }
            }
        }
        return errors;
    }

    private static double[][] precisions(double[][] errors) {
        return Arrays.stream(errors)
                .map(row -> Arrays.stream(row).map(error -> error > 0 ? 1 / error : 0).toArray())
                .toArray(double[][]::new);
    }
}
