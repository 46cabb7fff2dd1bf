package org.dohyo.benchmark.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.dohyo.leaderboard.chart.Axis;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.Svg;

/**
 * Draws a scatter: the arena's rating to the right, the benchmark's value upwards, each with its interval as a
 * hairline.
 */
final class ScatterChart {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 420;
    private static final double LEFT = 72;
    private static final double RIGHT = 24;
    private static final double TOP = 20;
    private static final double BOTTOM = 52;
    /** More names would overlap; tooltips and the table show the others. */
    private static final int MOST_NAMES = 14;

    private final BenchmarkScatter scatter;
    private final BenchmarkMessages words;
    private final Axis x;
    private final Axis y;

    private ScatterChart(BenchmarkScatter scatter, BenchmarkMessages words) {
        this.scatter = scatter;
        this.words = words;
        this.x = axis(scatter.points().stream().flatMap(point -> Stream.of(point.rating(), point.low(), point.high())));
        this.y = axis(scatter.points().stream().flatMap(point -> point.interval() == null ? Stream.of(point.value())
                : Stream.of(point.value(), point.interval().low(), point.interval().high())));
    }

    private static Axis axis(Stream<Double> values) {
        return Axis.of(values.filter(Objects::nonNull).mapToDouble(value -> value));
    }

    /** @param title names the values */
    static Chart draw(BenchmarkScatter scatter, String title, BenchmarkMessages words) {
        ScatterChart chart = new ScatterChart(scatter, words);
        return new Chart("scatter", title, "", scatter.points().isEmpty() ? null : chart.svg(title), null,
                List.of(words.model(), words.rating(), words.low(), words.high(), words.value(), words.low(),
                        words.high()),
                chart.table());
    }

    private String svg(String title) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        for (double tick : x.ticks()) {
            svg.line(x(tick), TOP, x(tick), HEIGHT - BOTTOM, "grid", Svg.HAIRLINE, 1).text(x(tick),
                    HEIGHT - BOTTOM + 14,
                    "middle", "soft", Svg.SOFT, Long.toString(Math.round(tick)));
        }
        for (double tick : y.ticks()) {
            svg.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), "grid", Svg.HAIRLINE, 1).text(LEFT - 8, y(tick), "end",
                    "soft",
                    Svg.SOFT, value(tick));
        }
        svg.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "middle", "soft", Svg.SOFT, words.rating());
        boolean named = scatter.points().size() <= MOST_NAMES;
        for (BenchmarkScatter.Point point : scatter.points()) {
            double px = x(point.rating());
            double py = y(point.value());
            svg.group(point.name() + ": " + Math.round(point.rating()) + ", " + value(point.value()));
            if (point.low() != null && point.high() != null) {
                svg.line(x(point.low()), py, x(point.high()), py, "mark", Svg.SOFT, 1);
            }
            if (point.interval() != null) {
                svg.line(px, y(point.interval().low()), px, y(point.interval().high()), "mark", Svg.SOFT, 1);
            }
            svg.dot(px, py, 4.5, "point", Svg.INK);
            if (named) {
                boolean left = px > WIDTH * 0.6;
                svg.text(px + (left ? -9 : 9), py - 11, left ? "end" : "start", "ink", Svg.INK,
                        Chart.shortened(point.name()));
            }
            svg.end();
        }
        return svg.toString();
    }

    private double x(double rating) {
        return LEFT + x.share(rating) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private String value(double value) {
        return scatter.metric() == null ? ScoreFormat.share(value) : ScoreFormat.text(value, scatter.metric());
    }

    private List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        for (BenchmarkScatter.Point point : scatter.points()) {
            table.add(List.of(point.name(), Svg.number(point.rating()), rating(point.low()), rating(point.high()),
                    value(point.value()), point.interval() == null ? "" : value(point.interval().low()),
                    point.interval() == null ? "" : value(point.interval().high())));
        }
        return table;
    }

    private static String rating(Double value) {
        return value == null ? "" : Svg.number(value);
    }
}
