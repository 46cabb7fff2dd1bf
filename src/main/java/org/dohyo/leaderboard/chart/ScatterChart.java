package org.dohyo.leaderboard.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws ratings with their intervals over another quantity, on a logarithmic axis, and the frontier: the models of
 * which no other has both a higher rating and a better quantity. In the picture for a phone a number stands for a name.
 */
public final class ScatterChart {

    private static final Frame WIDE = new Frame(860, 440, 56, 24);
    private static final Frame NARROW = new Frame(Chart.NARROW, 340, 42, 8);
    private static final double TOP = 14;
    private static final double BOTTOM = 46;
    private static final double DOT = 4.5;
    private static final double SMALL_DOT = 3.5;
    private static final double LABEL_HEIGHT = 15;
    private static final double GAP = 7;
    private static final String CLAY = "#b98d5a";

    /** The size of the picture, and the room beside the plot. */
    private record Frame(double width, double height, double left, double right) {
    }

    /**
     * A model.
     *
     * @param number its place in the table
     * @param x the other quantity, ≥ 0
     * @param low lower end of the rating's interval; null, as {@code high}, without one
     * @param tooltip all its figures
     */
    public record Point(int number, String name, double x, double rating, Double low, Double high, boolean frontier,
            String tooltip) {
    }

    /** The area of a label, a dot or a line. */
    private record Box(double left, double top, double right, double bottom) {

        /** Of a level or upright line. */
        static Box around(double x1, double y1, double x2, double y2) {
            return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final Frame frame;
    private final List<Point> points;
    private final boolean lessIsBetter;
    private final LogAxis across;
    private final Axis up;
    /** Dots and labels, which no label may cover. */
    private final List<Box> taken = new ArrayList<>();
    /** Intervals and the frontier, which a label should not cross. */
    private final List<Box> lines = new ArrayList<>();

    private ScatterChart(Frame frame, List<Point> points, boolean lessIsBetter) {
        this.frame = frame;
        this.points = points;
        this.lessIsBetter = lessIsBetter;
        this.across = LogAxis.of(points.stream().mapToDouble(Point::x));
        this.up = Axis.of(points.stream().flatMap(point -> Stream.of(point.rating(), point.low(), point.high()))
                .filter(value -> value != null).mapToDouble(value -> value));
    }

    /**
     * The wide picture.
     *
     * @param title of the picture, for those who can't see it
     * @param quantity the name of the axis
     * @param lessIsBetter true if a lower quantity is better
     */
    public static String draw(String title, String quantity, List<Point> points, boolean lessIsBetter) {
        return new ScatterChart(WIDE, points, lessIsBetter).svg(title, quantity, false);
    }

    /** The picture for a phone. */
    public static String narrow(String title, String quantity, List<Point> points, boolean lessIsBetter) {
        return new ScatterChart(NARROW, points, lessIsBetter).svg(title, quantity, true);
    }

    private String svg(String title, String quantity, boolean numbers) {
        Svg svg = new Svg(frame.width, frame.height, title);
        axes(svg, quantity);
        frontier(svg);
        points.forEach(this::take);
        points.stream().sorted(Comparator.comparing(Point::frontier).thenComparing(Point::rating)).forEach(point -> {
            svg.group(point.tooltip());
            mark(svg, point);
            svg.end();
        });
        points.stream().sorted(Comparator.comparing((Point point) -> !point.frontier())
                .thenComparing(Point::rating, Comparator.reverseOrder()))
                .forEach(point -> label(svg, point,
                        numbers ? Integer.toString(point.number()) : Chart.shortened(point.name())));
        return svg.toString();
    }

    private void axes(Svg svg, String quantity) {
        double bottom = frame.height - BOTTOM;
        double end = frame.width - frame.right;
        for (double tick : up.ticks(0.03)) {
            svg.line(frame.left, y(tick), end, y(tick), "grid", Svg.HAIRLINE, 1)
                    .text(frame.left - 6, y(tick), "end", "soft", Svg.SOFT, NumberText.whole(tick));
        }
        for (double tick : across.ticks()) {
            svg.line(x(tick), TOP, x(tick), bottom, "grid", Svg.HAIRLINE, 1)
                    .text(x(tick), bottom + 12, "middle", "soft", Svg.SOFT, LogAxis.label(tick));
        }
        svg.text((frame.left + end) / 2, frame.height - 10, "middle", "soft", Svg.SOFT, quantity);
    }

    private void mark(Svg svg, Point point) {
        if (point.low() != null && point.high() != null) {
            svg.line(x(point.x()), y(point.low()), x(point.x()), y(point.high()), point.frontier() ? "mark" : "minor",
                    point.frontier() ? Svg.INK : Svg.SOFT, point.frontier() ? 2 : 1);
        }
        svg.dot(x(point.x()), y(point.rating()), point.frontier() ? DOT : SMALL_DOT,
                point.frontier() ? "point" : "bar", point.frontier() ? Svg.INK : Svg.SOFT);
    }

    /** The best rating at each quantity or a better one, as stairs. */
    private void frontier(Svg svg) {
        Comparator<Point> better = Comparator.comparing(Point::x);
        List<Point> steps = points.stream().filter(Point::frontier).sorted(lessIsBetter ? better : better.reversed())
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        StringBuilder stairs = new StringBuilder();
        double x = x(steps.get(0).x());
        double y = y(steps.get(0).rating());
        for (Point step : steps) {
            x = corner(stairs, x, y, x(step.x()), y);
            corner(stairs, x, y, x, y(step.rating()));
            y = y(step.rating());
        }
        corner(stairs, x, y, lessIsBetter ? frame.width - frame.right : frame.left, y);
        svg.path(stairs.toString().strip(), "frontier", CLAY, "");
    }

    /** Adds a corner, reached by a line from the last one; returns its place across. */
    private double corner(StringBuilder stairs, double fromX, double fromY, double x, double y) {
        stairs.append(Svg.number(x)).append(',').append(Svg.number(y)).append(' ');
        lines.add(Box.around(fromX, fromY, x, y));
        return x;
    }

    /** To the right or left, also above and below; nowhere, if there is no room: tooltip and table have the name. */
    private void label(Svg svg, Point point, String text) {
        double width = Chart.width(text);
        double x = x(point.x());
        double y = y(point.rating());
        List<Box> places = List.of(box(x + GAP, y, width), box(x - GAP - width, y, width),
                box(x + GAP, y - LABEL_HEIGHT, width), box(x - GAP - width, y - LABEL_HEIGHT, width),
                box(x + GAP, y + LABEL_HEIGHT, width), box(x - GAP - width, y + LABEL_HEIGHT, width));
        List<Box> free = places.stream().filter(this::inside).filter(place -> taken.stream().noneMatch(place::meets))
                .toList();
        free.stream().filter(place -> lines.stream().noneMatch(place::meets)).findFirst()
                .or(() -> free.stream().findFirst()).ifPresent(place -> {
                    taken.add(place);
                    svg.text(place.left(), (place.top() + place.bottom()) / 2, "start",
                            point.frontier() ? "ink" : "soft", point.frontier() ? Svg.INK : Svg.SOFT, text);
                });
    }

    private boolean inside(Box place) {
        return place.left() >= frame.left && place.right() <= frame.width && place.top() >= 0
                && place.bottom() <= frame.height - BOTTOM;
    }

    private static Box box(double left, double middle, double width) {
        return new Box(left, middle - LABEL_HEIGHT / 2, left + width, middle + LABEL_HEIGHT / 2);
    }

    private void take(Point point) {
        double x = x(point.x());
        double y = y(point.rating());
        taken.add(new Box(x - DOT, y - DOT, x + DOT, y + DOT));
        if (point.low() != null && point.high() != null) {
            lines.add(Box.around(x, y(point.low()), x, y(point.high())));
        }
    }

    private double x(double value) {
        return frame.left + across.share(value) * (frame.width - frame.left - frame.right);
    }

    private double y(double rating) {
        return frame.height - BOTTOM - up.share(rating) * (frame.height - BOTTOM - TOP);
    }
}
