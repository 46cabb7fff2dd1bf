package org.dohyo.rating;

import org.apache.commons.statistics.distribution.TDistribution;

/** The level of all intervals: 95%, two-sided. */
public final class Confidence {

    private static final double LEVEL = 0.95;
    private static final double UPPER = (1 + LEVEL) / 2;

    /**
     * The number of standard errors to either side that hold 95% of a normal distribution. Written out, so that it has
     * the same bits everywhere.
     */
    public static final double Z = 1.9599639845400538;

    private Confidence() {
    }

    /** The same of Student's t distribution. */
    static double t(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(UPPER);
    }
}
