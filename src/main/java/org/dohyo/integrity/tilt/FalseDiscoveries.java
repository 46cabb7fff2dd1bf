package org.dohyo.integrity.tilt;

import java.util.Arrays;

/**
 * The e-BH procedure (R. Wang and A. Ramdas, False discovery rate control with e-values, 2022): of K hypotheses with
 * e-values, those with the k* largest are rejected, where k* is the largest k whose k-th largest e-value is at least
 * K/(αk). At most a share α of the rejected ones is expected to be true, however the e-values depend on each other.
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {
    }

    /**
     * The logarithm of the smallest e-value that is rejected; infinite if none is.
     *
     * @param logE logarithms of the e-values of all hypotheses
     * @param alpha the share, 0 … 1
     */
    public static double logThreshold(double[] logE, double alpha) {
        return logThreshold(logE, logE.length, alpha);
    }

    /**
     * As {@link #logThreshold(double[], double)} of more hypotheses, of which only the largest e-values are given.
     *
     * @param hypotheses at least as many as there are e-values
     */
    public static double logThreshold(double[] logE, long hypotheses, double alpha) {
        double[] rising = logE.clone();
        Arrays.sort(rising);
        for (int k = rising.length; k >= 1; k--) {
            double bar = Math.log(hypotheses / (alpha * k));
            if (rising[rising.length - k] >= bar) {
                return bar;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
