package org.dohyo.leaderboard.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/** A range of values that a picture shows, lowest to highest. */
public record Axis(double from, double to) {

    private static final int MAX_TICKS = 9;
    private static final double MARGIN = 0.06;
    private static final double LEAST_MARGIN = 1e-9;

    /** An axis that shows all these values with a margin; 0 … 1 with a margin if there are none. */
    public static Axis of(DoubleStream values) {
        double[] known = values.toArray();
        double from = DoubleStream.of(known).min().orElse(0);
        double to = DoubleStream.of(known).max().orElse(1);
        double margin = to > from ? (to - from) * MARGIN : Math.max(Math.abs(to) * 0.1, LEAST_MARGIN);
        return new Axis(from - margin, to + margin);
    }

    /** The position of a value, from 0 at the lower end to 1 at the upper end. */
    public double share(double value) {
        return (value - from) / (to - from);
    }

    public boolean contains(double value) {
        return value >= from && value <= to;
    }

    /** About four round values. */
    public List<Double> ticks() {
        return ticks(0);
    }

    /** @param edge the share of the axis at either end that has no tick */
    public List<Double> ticks(double edge) {
        double raw = (to - from) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power >= 5 ? 5 : raw / power >= 2 ? 2 : 1);
        double first = Math.ceil((from + (to - from) * edge) / step) * step;
        double last = to - (to - from) * edge;
        return DoubleStream.iterate(first, tick -> tick <= last, tick -> tick + step).limit(MAX_TICKS).boxed().toList();
    }
}
