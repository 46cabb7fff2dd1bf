package org.dohyo.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The ranks that each model may have within its component, from 1, all of them right at once with 95%.
 * <p>
 * A model is surely better than another if their difference exceeds c of its own standard errors, c being the 95% point
 * of the largest |t| over all pairs (the single-step form of J. P. Romano and M. Wolf, Exact and approximate stepdown
 * methods for multiple hypothesis testing, 2005), found by seeded draws from the ratings' covariance.
 *
 * @param low one more than the number of surely better models
 * @param high the number of models less the surely worse ones
 * @param critical c; 0 where there is nothing to compare
 */
public record RankIntervals(int[] low, int[] high, double critical) {

    private static final int DRAWS = 4_000;
    private static final double LEVEL = 0.95;

    /** @throws IllegalArgumentException if the fit has no covariance */
    public static RankIntervals of(Fit fit, long seed) {
        int models = fit.ratings().length;
        double[][] errors = errors(fit);
        double critical = critical(fit, errors, seed);
        int[] low = new int[models];
        int[] high = new int[models];
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                if (fit.component()[i] == fit.component()[j]) {
                    double lead = fit.ratings()[j] - fit.ratings()[i];
                    low[i] += i == j || lead > critical * errors[i][j] ? 1 : 0;
                    high[i] += -lead > critical * errors[i][j] && i != j ? 0 : 1;
                }
            }
        }
        return new RankIntervals(low, high, critical);
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

    private static double critical(Fit fit, double[][] errors, long seed) {
        double[][] precisions = new double[errors.length][];
        for (int i = 0; i < errors.length; i++) {
            precisions[i] = Arrays.stream(errors[i]).map(error -> error > 0 ? 1 / error : 0).toArray();
        }
        Draws draws = new Draws(fit.covariance(), new SplittableRandom(seed));
        double[] largest = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            largest[draw] = largest(draws.next(), precisions);
        }
        Arrays.sort(largest);
        return largest[(int) Math.ceil(LEVEL * DRAWS) - 1];
    }

    private static double largest(double[] noise, double[][] precisions) {
        double largest = 0;
        for (int i = 0; i < noise.length; i++) {
            double[] row = precisions[i];
            for (int j = 0; j < i; j++) {
                largest = Math.max(largest, Math.abs(noise[i] - noise[j]) * row[j]);
            }
        }
        return largest;
    }

    /** Normal vectors with mean 0 and a given covariance, which may be singular. */
    private static final class Draws {

        private final double[][] factor;
        private final SplittableRandom random;

        Draws(double[][] covariance, SplittableRandom random) {
            this.factor = Cholesky.semidefinite(covariance);
            this.random = random;
        }

        double[] next() {
            double[] standard = new double[factor.length];
            double[] noise = new double[factor.length];
            for (int i = 0; i < factor.length; i++) {
                standard[i] = random.nextGaussian();
                for (int k = 0; k <= i; k++) {
                    noise[i] += factor[i][k] * standard[k];
                }
            }
            return noise;
        }
    }
}
