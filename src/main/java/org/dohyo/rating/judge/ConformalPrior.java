package org.dohyo.rating.judge;

import java.util.Arrays;

/**
 * Where a newcomer may start before people voted: the rating that the judge's verdicts predict, with a split-conformal
 * interval (V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a Random World, 2005; J. Lei et al., JASA 113,
 * 2018). It is ± the ⌈0.95·(n+1)⌉-th smallest |rating − prediction| of n calibration models, and holds the newcomer's
 * rating with at least 95% if the newcomer is like those: drawn from the same kind of models, rated by people in the
 * same way. With fewer than {@value #LEAST} calibration models no finite interval does.
 *
 * @param half of the interval, in the unit of the ratings
 * @param models that it was calibrated on
 */
public record ConformalPrior(double half, int models) {

    /** The least number of calibration models: ⌈0.95·(n+1)⌉ ≤ n. */
    public static final int LEAST = 19;
    private static final int MISSES = 20;

    /**
     * @param predicted by the judge, a finite number for each calibration model; the prediction must not have been
     *        fitted to the ratings of these models
     * @param rated by people
     * @throws IllegalArgumentException if there are fewer than {@value #LEAST} models, or a number isn't finite
     */
    public static ConformalPrior of(double[] predicted, double[] rated) {
        if (predicted.length != rated.length || predicted.length < LEAST) {
            throw new IllegalArgumentException(predicted.length + " predictions and " + rated.length
                    + " ratings of calibration models: at least " + LEAST + " are needed");
        }
        double[] off = new double[predicted.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = Math.abs(rated[i] - predicted[i]);
            if (!Double.isFinite(off[i])) {
                throw new IllegalArgumentException("rating " + rated[i] + ", prediction " + predicted[i]);
            }
        }
        Arrays.sort(off);
        // ⌈0.95·(n+1)⌉ = n + 1 − ⌊(n+1)/20⌋, in whole numbers
        return new ConformalPrior(off[off.length - (off.length + 1) / MISSES], off.length);
    }

    /** The newcomer's starting rating and its interval. */
    public Interval of(double predicted) {
        return new Interval(predicted, predicted - half, predicted + half);
    }
}
