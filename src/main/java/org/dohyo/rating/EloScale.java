package org.dohyo.rating;

/** Ratings as people read them: 400 points are odds of ten to one, and 1000 is the mean. */
public final class EloScale {

    /** The mean rating of models that votes connect. */
    public static final double MEAN = 1000;
    static final double LN_TEN = 2.302585092994046;
    static final double POINTS_PER_NAT = 400 / LN_TEN;

    private EloScale() {
    }

    public static double rating(double logStrength) {
        return MEAN + POINTS_PER_NAT * logStrength;
    }

    /** The natural logarithm of a model's strength; 0 at the mean. */
    public static double logStrength(double rating) {
        return (rating - MEAN) / POINTS_PER_NAT;
    }
}
