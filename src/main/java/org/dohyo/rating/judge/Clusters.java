package org.dohyo.rating.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.TDistribution;
import org.dohyo.rating.Confidence;

/**
 * Which items hang together.
 *
 * @param ofItem the cluster of each item, from 0
 * @param weights by cluster, the sum of 1/π over the items that people answered; 0 if they answered none
 */
record Clusters(int[] ofItem, double[] weights) {

    private static final double UPPER = 0.975;

    static Clusters of(List<Judged> items) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] ofItem = new int[items.size()];
        int next = 0;
        for (int i = 0; i < ofItem.length; i++) {
            int cluster = items.get(i).cluster();
            Integer known = cluster < 0 ? null : numbers.get(cluster);
            if (known == null) {
                numbers.put(cluster, next);
                known = next++;
            }
            ofItem[i] = known;
        }
        double[] weights = new double[next];
        IntStream.range(0, ofItem.length).forEach(i -> weights[ofItem[i]] += items.get(i).weight());
        return new Clusters(ofItem, weights);
    }

    int size() {
        return weights.length;
    }

    private boolean answered(int cluster) {
        return weights[cluster] > 0;
    }

    /** U: how many people answered. */
    int voting() {
        return (int) IntStream.range(0, weights.length).filter(this::answered).count();
    }

    /** U/(U−1) for those that people answered, else 1. */
    double factor(int cluster, int voting) {
        return answered(cluster) ? voting / (voting - 1.0) : 1;
    }

    /**
     * The half-width of a 95% interval in standard errors: Student's, with (Σw²)²/Σw⁴ − 1 degrees of freedom over the
     * clusters' weights (F. E. Satterthwaite, An approximate distribution of estimates of variance components, 1946).
     * That is U−1 for equal ones, and few where a handful of unlikely answers decides.
     */
    double t() {
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        double fourths = Arrays.stream(weights).map(weight -> weight * weight * weight * weight).sum();
        double freedom = Math.max(1, squares * squares / fourths - 1);
        return TDistribution.of(freedom).inverseCumulativeProbability(UPPER);
    }

    /** How much wider than a normal distribution's. */
    double widening() {
        return t() / Confidence.Z;
    }
}
