package org.dohyo.rating.exact;

/**
 * Draws from the standard normal distribution with the same bits on every Java: uniform numbers by SplitMix64 (G. L.
 * Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, 2014), made normal by the polar
 * method (G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, 1964). Java's own
 * generators may change their way from normal numbers.
 */
public final class Normals {

    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1p-53;

    private long state;
    // The second number of the last pair; NaN if it was given out.
    private double second = Double.NaN;

    public Normals(long seed) {
        state = seed;
    }

    public double next() {
        if (!Double.isNaN(second)) {
            double next = second;
            second = Double.NaN;
            return next;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double stretch = Math.sqrt(-2 * Exact.log(square) / square);
        second = y * stretch;
        return x * stretch;
    }

    /** A multiple of 2⁻⁵³, 0 … 1 without 1. */
    private double uniform() {
        state += STEP;
        long bits = state;
        bits = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ bits >>> 27) * 0x94d049bb133111ebL;
        return ((bits ^ bits >>> 31) >>> 11) * UNIT;
    }
}
