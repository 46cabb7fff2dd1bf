package org.dohyo.leaderboard.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.rating.EloScale;

/**
 * The common axis of a board's ratings and intervals. It shows every rating, and the intervals of the settled models: a
 * single vote's interval is so wide that all others would shrink to dots.
 */
public record RatingAxis(Axis axis) {

    /** Labels are centred on their ticks, so the ends have none. */
    private static final double EDGE = 0.03;
    private static final double MARGIN = 0.06;
    private static final double LEAST_MARGIN = 10;
    private static final double EMPTY_REACH = 100;

    /**
     * A labelled line across the axis.
     *
     * @param x its place in percent of the axis' width
     */
    public record Tick(String label, String x) {
    }

    public static RatingAxis of(List<Board.Row> rows) {
        boolean anySettled = rows.stream().anyMatch(row -> !row.preliminary());
        double[] shown = rows.stream().flatMap(row -> anySettled && row.preliminary() ? Stream.of(row.rating())
                : Stream.of(row.rating(), row.low(), row.high())).filter(v -> v != null).mapToDouble(v -> v).toArray();
        double from = DoubleStream.of(shown).min().orElse(EloScale.MEAN - EMPTY_REACH);
        double to = DoubleStream.of(shown).max().orElse(EloScale.MEAN + EMPTY_REACH);
        double margin = Math.max(LEAST_MARGIN, (to - from) * MARGIN);
        return new RatingAxis(new Axis(from - margin, to + margin));
    }

    /** About four round ratings. */
    public List<Tick> ticks() {
        return values().stream().map(rating -> new Tick(NumberText.whole(rating), place(rating))).toList();
    }

    /** The ratings of {@link #ticks}. */
    public List<Double> values() {
        return axis.ticks(EDGE);
    }

    public boolean contains(double rating) {
        return axis.contains(rating);
    }

    /** The position of a rating, 0 … 1; for a rating outside the axis, the nearer end. */
    public double share(double rating) {
        return Math.max(0, Math.min(1, axis.share(rating)));
    }

    /** As {@link #share}, in percent. */
    public String place(double rating) {
        return percent(share(rating));
    }

    /**
     * With two decimals. A page of 200 models has a thousand of them, for which a formatter would take a millisecond.
     */
    private static String percent(double share) {
        long hundredths = Math.round(share * 10_000);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }
}
