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

    public boolean holds(double value) {
        return Double.isFinite(value) && (low == null || value >= low) && (high == null || value <= high);
    }
}
