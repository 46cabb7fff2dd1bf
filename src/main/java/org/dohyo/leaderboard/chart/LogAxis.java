package org.dohyo.leaderboard.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A logarithmic axis of quantities from 0 on. Zero has a place of its own at the lower end, because it has no
 * logarithm.
 *
 * @param from the lowest positive value that it shows
 * @param to the highest
 * @param zero the share of the axis that is set aside for zero; 0 if no value is
 */
record LogAxis(double from, double to, double zero) {

    private static final double MARGIN = 1.25;
    private static final double ROOM_FOR_ZERO = 0.09;
    private static final int FEW_TICKS = 7;
    private static final double[] STEPS = { 1, 2, 5 };

    /** An axis that shows all these values; from 1 to 10 if none is positive. */
    static LogAxis of(DoubleStream values) {
        double[] all = values.toArray();
        double low = DoubleStream.of(all).filter(value -> value > 0).min().orElse(1);
        double high = DoubleStream.of(all).filter(value -> value > 0).max().orElse(10);
        boolean zeros = DoubleStream.of(all).anyMatch(value -> value == 0);
        return new LogAxis(low / MARGIN, high * MARGIN, zeros ? ROOM_FOR_ZERO : 0);
    }

    /** The position of a value, from 0 at the lower end to 1 at the upper end. */
    double share(double value) {
        return value <= 0 ? zero / 3 : zero + (1 - zero) * Math.log(value / from) / Math.log(to / from);
    }

    /** Round values, first 0 if any value is; where the axis is long, powers of ten only. */
    List<Double> ticks() {
        List<Double> ticks = rounds(STEPS);
        if (ticks.size() > FEW_TICKS) {
            ticks = rounds(1);
        }
        if (ticks.size() < 2) {
            ticks = List.of(round(from * Math.pow(MARGIN, 0.5)), round(to / Math.pow(MARGIN, 0.5)));
        }
        List<Double> all = new ArrayList<>(zero > 0 ? List.of(0.0) : List.of());
        all.addAll(ticks.stream().distinct().filter(tick -> tick >= from && tick <= to).toList());
        return all;
    }

    private List<Double> rounds(double... steps) {
        List<Double> rounds = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(from)); power <= Math.log10(to); power++) {
            for (double step : steps) {
                double tick = BigDecimal.valueOf(step).scaleByPowerOfTen(power).doubleValue();
                if (tick >= from && tick <= to) {
                    rounds.add(tick);
                }
            }
        }
        return rounds;
    }

    private static double round(double value) {
        return new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    /** A tick as text: {@code 0.05}, {@code 2,000}. */
    static String label(double tick) {
        return NumberText.amount(BigDecimal.valueOf(tick));
    }
}
