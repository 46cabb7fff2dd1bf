package org.dohyo.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The ranks that each model may have within its component, from 1, all of them right at once with 95%.
 * <p>
 * A model is surely better than another if it leads by more than c standard errors of their difference. First c is the 95%
 * point of the largest |t| over all pairs; then what was decided is no longer a question and c is found again for what
 * is left, until nothing more is decided (J. P. Romano and M. Wolf, Exact and approximate stepdown methods for multiple
 * hypothesis testing, 2005, for the hypotheses "i is no better than j" of all ordered pairs). The points come from seeded
 * draws of the ratings' covariance.
 *
 * @param low one more than the number of surely better models
 * @param high the number of models less the surely worse ones
 * @param critical the first c: all differences ± c standard errors hold at once; 0 where there is nothing to compare
 */
public record RankIntervals(int[] low, int[] high, double critical) {

    /** @throws IllegalArgumentException if the fit has no covariance */
    public static RankIntervals of(Fit fit, long seed) {
        double[][] errors = errors(fit);
        LargestDifference noise = new LargestDifference(fit.covariance(), precisions(errors),
                new SplittableRandom(seed));
        boolean[][] surelyBetter = new boolean[errors.length][errors.length];
        double critical = noise.critical(surelyBetter);
        double next = critical;
        while (decide(fit.ratings(), errors, next, surelyBetter)) {
            next = noise.critical(surelyBetter);
        }
        return counted(fit.component(), surelyBetter, critical);
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

    /** Marks who leads by enough; returns whether anyone new does. */
    private static boolean decide(double[] ratings, double[][] errors, double critical, boolean[][] surelyBetter) {
        boolean more = false;
        for (int i = 0; i < ratings.length; i++) {
            for (int j = 0; j < ratings.length; j++) {
                if (!surelyBetter[i][j] && ratings[i] - ratings[j] > critical * errors[i][j]) {
                    surelyBetter[i][j] = true;
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
