package org.dohyo.leaderboard.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.Board;

/**
 * The common axis of a board's ratings and intervals; places on it are percentages of its width. Every rating is on it.
 * Of the intervals only the settled models' surely are: a single vote's reaches so far that all others would be dots.
 */
public record RatingAxis(double from, double to) {

    private static final int MOST_TICKS = 9;
    /** Labels are centred on their places, so none stands at the very edge. */
    private static final double EDGE = 0.03;

    /** A labelled place. */
    public record Tick(String label, String x) {
    }

    public static RatingAxis of(List<Board.Row> rows) {
        boolean anySettled = rows.stream().anyMatch(row -> !row.preliminary());
        double[] shown = rows.stream().flatMap(row -> anySettled && row.preliminary() ? Stream.of(row.rating())
                : Stream.of(row.rating(), row.low(), row.high())).filter(v -> v != null).mapToDouble(v -> v).toArray();
        double from = DoubleStream.of(shown).min().orElse(900);
        double to = DoubleStream.of(shown).max().orElse(1100);
        double margin = Math.max(10, (to - from) * 0.06);
        return new RatingAxis(from - margin, to + margin);
    }

    /** Round figures, some four of them. */
    public List<Tick> ticks() {
        double raw = (to - from) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power >= 5 ? 5 : raw / power >= 2 ? 2 : 1);
        double edge = (to - from) * EDGE;
        double first = Math.ceil((from + edge) / step) * step;
        return DoubleStream.iterate(first, v -> v <= to - edge, v -> v + step).limit(MOST_TICKS)
                .mapToObj(v -> new Tick(Long.toString(Math.round(v)), place(v))).toList();
    }

    public boolean holds(double rating) {
        return rating >= from && rating <= to;
    }

    /** With two decimals; a page of 200 models has a thousand of them, for which a formatter takes a millisecond. */
    private static String percent(double share) {
        long hundredths = Math.round(share * 10_000);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }

    /** The place of a rating; the nearer end for one that lies outside. */
    public String place(double rating) {
        double inside = Math.max(from, Math.min(to, rating));
        return percent((inside - from) / (to - from));
    }
}
