package org.dohyo.rating;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws two different models, each unordered pair with a probability of its own. */
public final class PairSampling {

    private final int models;
    // Of all pairs in the order (0,1), (0,2) … (1,2) …
    private final double[] cumulative;
    // Where the pairs of each first model begin.
    private final int[] begins;

    /** A drawn pair, the lower index first, and the probability with which it was drawn. */
    public record Drawn(int first, int second, double propensity) {
    }

    /**
     * {i, j} has the probability w_i·w_j / Σ_{k<l} w_k·w_l.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or fewer than two are positive
     */
    public PairSampling(double[] weights) {
        this(products(weights));
    }

    /**
     * {i, j} has the probability s_ij / Σ_{k<l} s_kl; entries on or below the diagonal are ignored.
     *
     * @throws IllegalArgumentException if a score is negative or not finite, or none is positive
     */
    public PairSampling(double[][] scores) {
        this.models = scores.length;
        this.cumulative = new double[models * (models - 1) / 2];
        this.begins = new int[models];
        double sum = 0;
        int at = 0;
        for (int i = 0; i < models; i++) {
            begins[i] = at;
            for (int j = i + 1; j < models; j++) {
                if (!(scores[i][j] >= 0) || Double.isInfinite(scores[i][j])) {
                    throw new IllegalArgumentException("score of " + i + " and " + j + ": " + scores[i][j]);
                }
                sum += scores[i][j];
                cumulative[at++] = sum;
            }
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("no pair can be drawn: scores add up to " + sum);
        }
    }

    private static double[][] products(double[] weights) {
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0) || Double.isInfinite(weight))) {
            throw new IllegalArgumentException("weights: " + Arrays.toString(weights));
        }
        double[][] products = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                products[i][j] = weights[i] * weights[j];
            }
        }
        return products;
    }

    private double total() {
        return cumulative[cumulative.length - 1];
    }

    public double probability(int i, int j) {
        return i == j ? 0 : probability(begins[Math.min(i, j)] + Math.abs(i - j) - 1);
    }

    // What draw does, to the last bit: a difference of neighbouring sums, not the score.
    private double probability(int pair) {
        return (cumulative[pair] - (pair == 0 ? 0 : cumulative[pair - 1])) / total();
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

    private Drawn pairAt(int pair) {
        int found = Arrays.binarySearch(begins, 0, models - 1, pair);
        int first = found >= 0 ? found : -found - 2;
        return new Drawn(first, first + 1 + pair - begins[first], probability(pair));
    }

    /** The planned share of each model in all sides drawn; the shares add up to one. */
    public double[] shares() {
        double[] shares = new double[models];
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                shares[i] += probability(i, j) / 2;
            }
        }
        return shares;
    }
}
