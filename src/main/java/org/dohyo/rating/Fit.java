package org.dohyo.rating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    /** Ratings of which no uncertainty is known, of models that only votes make comparable. */
    public static Fit ofRatings(double[] ratings, PairCounts counts) {
        int[] component = new int[ratings.length];
        List<Component> components = Component.of(ratings.length, counts.weighted());
        for (int c = 0; c < components.size(); c++) {
            for (int model : components.get(c).members()) {
                component[model] = c;
            }
        }
        return new Fit(ratings, component, new boolean[ratings.length], unknown(ratings.length));
    }

    static double[][] unknown(int models) {
        double[][] covariance = new double[models][models];
        Arrays.stream(covariance).forEach(row -> Arrays.fill(row, Double.NaN));
        return covariance;
    }

    /**
     * The same ratings, surer than the given variances nowhere. A smaller variance is stretched to it while the
     * correlations stay: V becomes S·V·S with the diagonal S.
     *
     * @param variances in squared points; NaN where any will do
     */
    public Fit withAtLeast(double[] variances) {
        double[] stretch = new double[variances.length];
        for (int i = 0; i < stretch.length; i++) {
            boolean surer = variances[i] > covariance[i][i] && covariance[i][i] > 0;
            stretch[i] = surer ? Math.sqrt(variances[i] / covariance[i][i]) : 1;
        }
        double[][] stretched = new double[stretch.length][stretch.length];
        for (int i = 0; i < stretch.length; i++) {
            for (int j = 0; j < stretch.length; j++) {
                stretched[i][j] = stretch[i] * stretch[j] * covariance[i][j];
            }
            // Not a rounding below it.
            if (variances[i] > covariance[i][i]) {
                stretched[i][i] = variances[i];
            }
        }
        return new Fit(ratings, component, regularised, stretched);
    }

    /** The diagonal of the covariance. */
    public double[] variances() {
        return IntStream.range(0, ratings.length).mapToDouble(model -> covariance[model][model]).toArray();
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
