package org.dohyo.benchmark;

/**
 * A measure of a benchmark.
 *
 * @param name unique within its benchmark
 * @param unit such as {@code fraction}, {@code percent}, {@code points}; empty if unknown
 * @param low the least possible value; null without a bound
 * @param high the greatest; null without a bound
 */
public record Metric(String name, String unit, Double low, Double high, boolean higherIsBetter) {

    private static final double ROUNDING = 1e-9;

    public Metric {
        if (low != null && high != null && low >= high) {
            throw new IllegalArgumentException("a metric from " + low + " to " + high);
        }
    }

    /** From 0 to 1, higher is better. */
    public static Metric fraction(String name) {
        return new Metric(name, "fraction", 0.0, 1.0, true);
    }

    /** From 0 to 100, higher is better. */
    public static Metric percent(String name) {
        return new Metric(name, "percent", 0.0, 100.0, true);
    }

    public boolean isFraction() {
        return unit.equals("fraction");
    }

    /** True if a value can be one of this metric: it is finite and, once {@link #rounded}, within the bounds. */
    public boolean holds(double value) {
        double near = rounded(value);
        return Double.isFinite(near) && (low == null || near >= low) && (high == null || near <= high);
    }

    /** The bound that a value misses by no more than a rounding, as 1.0000000000000002 does; else the value. */
    public double rounded(double value) {
        return low != null && value < low && near(value, low) ? low
                : high != null && value > high && near(value, high) ? high : value;
    }

    private static boolean near(double value, double bound) {
        return Math.abs(value - bound) <= ROUNDING * Math.max(1, Math.abs(bound));
    }
}
