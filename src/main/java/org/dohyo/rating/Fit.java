package org.dohyo.rating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ratings and how far they can be trusted.
 *
 * @param ratings Elo scale, mean {@link EloScale#MEAN} in each component
 * @param component models with the same number are connected by votes; others can't be compared
 * @param regularised true where the votes alone have no finite optimum, so that virtual ties were added
 * @param covariance of the ratings, in squared points; zero between components, NaN for a model without votes, and
 *        everywhere where it is not known
 */
public record Fit(double[] ratings, int[] component, boolean[] regularised, double[][] covariance) {

    /** Ratings of models that are all comparable and of which no uncertainty is known: the covariance is NaN. */
    public static Fit ofRatings(double[] ratings) {
        return new Fit(ratings, new int[ratings.length], new boolean[ratings.length], unknown(ratings.length));
    }

    static double[][] unknown(int models) {
        double[][] covariance = new double[models][models];
        Arrays.stream(covariance).forEach(row -> Arrays.fill(row, Double.NaN));
        return covariance;
    }

    /** Half the width of the 95% interval, z·√V_mm; NaN for a model without votes. */
    public double halfWidth(int model) {
        return Confidence.Z * Math.sqrt(Math.max(0, covariance[model][model]));
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
