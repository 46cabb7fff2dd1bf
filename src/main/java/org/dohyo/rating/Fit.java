package org.dohyo.rating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ratings and how far they can be trusted.
 *
 * @param ratings Elo scale, mean 1000 in each component unless {@linkplain #anchored anchored}
 * @param component models with the same number are connected by votes; others can't be compared
 * @param regularised true where the votes alone have no finite optimum, so that virtual ties were added
 * @param covariance of the ratings, in squared points; zero between components, NaN for a model without votes, and
 *        everywhere where it is not known
 */
public record Fit(double[] ratings, int[] component, boolean[] regularised, double[][] covariance) {

    /** So many standard errors either way hold 95% of a normal distribution. */
    public static final double Z95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** Ratings of models that are all comparable and of which no uncertainty is known: the covariance is NaN. */
    public static Fit ofRatings(double[] ratings) {
        return new Fit(ratings, new int[ratings.length], new boolean[ratings.length], unknown(ratings.length));
    }

    static double[][] unknown(int models) {
        double[][] covariance = new double[models][models];
        Arrays.stream(covariance).forEach(row -> Arrays.fill(row, Double.NaN));
        return covariance;
    }

    /**
     * The same fit moved so that {@code model} stands at {@code rating}; other components stay where they are. The
     * covariance becomes that of the differences from that model, whose own rating is then certain by definition.
     *
     * @throws IllegalArgumentException if there is no such model or the rating is not finite
     */
    public Fit anchored(int model, double rating) {
        if (model < 0 || model >= ratings.length || !Double.isFinite(rating)) {
            throw new IllegalArgumentException("anchor " + model + " of " + ratings.length + " at " + rating);
        }
        double[] moved = ratings.clone();
        double[][] differences = new double[ratings.length][];
        for (int i = 0; i < moved.length; i++) {
            differences[i] = covariance[i].clone();
            if (component[i] == component[model]) {
                moved[i] += rating - ratings[model];
                for (int j = 0; j < moved.length; j++) {
                    if (component[j] == component[model]) {
                        differences[i][j] += covariance[model][model] - covariance[i][model] - covariance[model][j];
                    }
                }
            }
        }
        return new Fit(moved, component, regularised, differences);
    }

    /** Half the width of the 95% interval, z·√V_mm; NaN for a model without votes. */
    public double halfWidth(int model) {
        return Z95 * Math.sqrt(Math.max(0, covariance[model][model]));
    }

    /** The place within the component, from 1, by falling rating; equal ratings stand in the order of their indices. */
    public int[] ranks() {
        int[] ranks = new int[ratings.length];
        int[] taken = new int[ratings.length];
        IntStream.range(0, ratings.length).boxed()
                .sorted(Comparator.<Integer> comparingDouble(model -> -ratings[model]).thenComparingInt(model -> model))
                .forEach(model -> ranks[model] = ++taken[component[model]]);
        return ranks;
    }
}
