package org.dohyo.leaderboard.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws two ratings of the same models over each other, each with its interval, on scales of their own. Numbers stand
 * for names.
 */
public final class ComparisonChart {

    private static final Frame WIDE = new Frame(640, 520, 56, 16);
    private static final Frame NARROW = new Frame(Chart.NARROW, 360, 44, 8);
    private static final double TOP = 12;
    private static final double BOTTOM = 48;
    private static final double DOT = 4;
    private static final int MOST_NUMBERS = 40;

    private record Frame(double width, double height, double left, double right) {
    }

    /**
     * A rating with its interval.
     *
     * @param low null, as {@code high}, without one
     */
    public record Value(double rating, Double low, Double high) {

        private DoubleStream all() {
            return Stream.of(rating, low, high).filter(value -> value != null).mapToDouble(value -> value);
        }
    }

    /**
     * A model.
     *
     * @param number its place in the table
     * @param tooltip its name and figures
     */
    public record Point(int number, Value across, Value up, String tooltip) {
    }

    private final Frame frame;
    private final List<Point> points;
    private final Axis across;
    private final Axis up;

    private ComparisonChart(Frame frame, List<Point> points) {
        this.frame = frame;
        this.points = points;
        this.across = axis(points, Point::across);
        this.up = axis(points, Point::up);
    }

    private static Axis axis(List<Point> points, Function<Point, Value> value) {
        return Axis.of(points.stream().map(value).flatMapToDouble(Value::all));
    }

    /**
     * The wide picture.
     *
     * @param title of the picture, for those who can't see it
     * @param acrossTitle the name of the axis across
     * @param upTitle the name of the axis upwards
     */
    public static String draw(String title, String acrossTitle, String upTitle, List<Point> points) {
        return new ComparisonChart(WIDE, points).svg(title, acrossTitle, upTitle);
    }

    /** The picture for a phone. */
    public static Chart.Narrow narrow(String title, String acrossTitle, String upTitle, List<Point> points) {
        return new Chart.Narrow(new ComparisonChart(NARROW, points).svg(title, acrossTitle, upTitle), "");
    }

    private String svg(String title, String acrossTitle, String upTitle) {
        Svg svg = new Svg(frame.width, frame.height, title);
        double bottom = frame.height - BOTTOM;
        double end = frame.width - frame.right;
        for (double tick : up.ticks(0.04)) {
            svg.line(frame.left, y(tick), end, y(tick), "grid", Svg.HAIRLINE, 1)
                    .text(frame.left - 6, y(tick), "end", "soft", Svg.SOFT, NumberText.whole(tick));
        }
        for (double tick : across.ticks(0.04)) {
            svg.line(x(tick), TOP, x(tick), bottom, "grid", Svg.HAIRLINE, 1)
                    .text(x(tick), bottom + 12, "middle", "soft", Svg.SOFT, NumberText.whole(tick));
        }
        svg.text((frame.left + end) / 2, frame.height - 10, "middle", "soft", Svg.SOFT, acrossTitle)
                .text(frame.left + 6, TOP + 6, "start", "soft", Svg.SOFT, "↑ " + upTitle);
        points.forEach(point -> mark(svg, point));
        return svg.toString();
    }

    private void mark(Svg svg, Point point) {
        Value right = point.across();
        Value above = point.up();
        svg.group(point.tooltip());
        if (right.low() != null && right.high() != null) {
            svg.line(x(right.low()), y(above.rating()), x(right.high()), y(above.rating()), "minor", Svg.SOFT, 1);
        }
        if (above.low() != null && above.high() != null) {
            svg.line(x(right.rating()), y(above.low()), x(right.rating()), y(above.high()), "minor", Svg.SOFT, 1);
        }
        svg.dot(x(right.rating()), y(above.rating()), DOT, "point", Svg.INK);
        if (points.size() <= MOST_NUMBERS) {
            svg.text(x(right.rating()) + DOT + 2, y(above.rating()) - DOT - 4, "start", "ink", Svg.INK,
                    Integer.toString(point.number()));
        }
        svg.end();
    }

    private double x(double value) {
        return frame.left + across.share(value) * (frame.width - frame.left - frame.right);
    }

    private double y(double value) {
        return frame.height - BOTTOM - up.share(value) * (frame.height - BOTTOM - TOP);
    }
}
