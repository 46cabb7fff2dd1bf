package org.dohyo.rating;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws two different models: the unordered pair {i, j} has the probability w_i·w_j / Σ_{k<l} w_k·w_l. */
public final class PairSampling {

    private final double[] weights;
    private final double[] cumulative;

    /** A drawn pair, the lower index first, and the probability with which it was drawn. */
    public record Drawn(int first, int second, double propensity) {
    }

    /** @throws IllegalArgumentException if a weight is negative or not finite, or fewer than two are positive */
    public PairSampling(double[] weights) {
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0) || Double.isInfinite(weight))) {
            throw new IllegalArgumentException("weights: " + Arrays.toString(weights));
        }
        this.weights = weights.clone();
        this.cumulative = cumulate(weights);
        if (!(total() > 0)) {
            throw new IllegalArgumentException("no pair has a positive weight: " + Arrays.toString(weights));
        }
    }

    // Pairs in the order (0,1), (0,2) … (1,2) …
    private static double[] cumulate(double[] weights) {
        int n = weights.length;
        double[] sums = new double[n * (n - 1) / 2];
        double sum = 0;
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sum += weights[i] * weights[j];
                sums[at++] = sum;
            }
        }
        return sums;
    }

    private double total() {
        return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    public double probability(int i, int j) {
        return i == j ? 0 : weights[i] * weights[j] / total();
    }

    public Drawn draw(RandomGenerator random) {
        double target = random.nextDouble() * total();
        int low = 0;
        int high = cumulative.length - 1;
        // The first pair whose sum exceeds the target: one without weight never does first.
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return pairAt(low);
    }

    private Drawn pairAt(int index) {
        int first = 0;
        int rest = index;
        for (int row = weights.length - 1; rest >= row; row--) {
            rest -= row;
            first++;
        }
        int second = first + 1 + rest;
        return new Drawn(first, second, probability(first, second));
    }

    /** The planned share of each model in all sides drawn; the shares add up to one. */
    public double[] shares() {
        double[] shares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                shares[i] += probability(i, j) / 2;
            }
        }
        return shares;
    }
}
