package org.dohyo.leaderboard.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.BoardHistory;

/**
 * Draws ratings over time. Each line has its name at its end and its own dashes, so that it can be read without colour;
 * a single line shows its interval as a band.
 */
public final class LineChart {

    private static final Frame WIDE = new Frame(900, 360, 56, 200);
    private static final Frame NARROW = new Frame(Chart.NARROW, 260, 40, 8);
    private static final double TOP = 16;
    private static final double BOTTOM = 32;
    private static final double LABEL_HEIGHT = 16;
    private static final double KEY_HEIGHT = 24;
    private static final double KEY_LINE = 30;
    /** In points, above and below the lines. */
    private static final double MARGIN = 10;
    /** The ends of the axis have no tick. */
    private static final double EDGE = 0.03;
    /** Safe for colour-blind readers, after M. Okabe and K. Ito; 3:1 on paper and on the dark ground. */
    private static final List<String> COLOURS = List.of("#2f72bd", "#c2571d", "#1a8a68", "#a85c90", "#8a7a10",
            "#5f6fc4",
            "#7b7770", "#b0466a");
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 2", "8 2 2 2");

    /** The size of the picture, and the room beside the lines. */
    private record Frame(double width, double height, double left, double right) {
    }

    private final Frame frame;
    private final List<BoardHistory.Series> series;
    private final Instant from;
    private final Instant to;
    private final Axis axis;

    private LineChart(Frame frame, List<BoardHistory.Series> series) {
        this.frame = frame;
        this.series = series;
        List<BoardHistory.Point> points = series.stream().flatMap(one -> one.points().stream()).toList();
        this.from = points.stream().map(BoardHistory.Point::at).min(Comparator.naturalOrder()).orElseThrow();
        this.to = points.stream().map(BoardHistory.Point::at).max(Comparator.naturalOrder()).orElseThrow();
        double low = points.stream().mapToDouble(point -> series.size() == 1 && point.low() != null ? point.low()
                : point.rating()).min().orElseThrow();
        double high = points.stream().mapToDouble(point -> series.size() == 1 && point.high() != null ? point.high()
                : point.rating()).max().orElseThrow();
        this.axis = new Axis(low - MARGIN, high + MARGIN);
    }

    /** @param names of the models, in the order of the series; at most as many as there are kinds of lines */
    public static String draw(String title, List<BoardHistory.Series> series, List<String> names) {
        return new LineChart(WIDE, series).wide(title, names);
    }

    /** For a phone: the names are below the lines. */
    public static String narrow(String title, List<BoardHistory.Series> series, List<String> names) {
        return new LineChart(NARROW, series).narrow(title, names);
    }

    /** The number of lines that one picture can have. */
    public static int most() {
        return COLOURS.size();
    }

    private String wide(String title, List<String> names) {
        Svg svg = new Svg(frame.width, frame.height, title);
        grid(svg);
        times().forEach(at -> time(svg, at, "middle"));
        double[] labels = labels();
        for (int i = 0; i < series.size(); i++) {
            BoardHistory.Point last = last(i);
            open(svg, i, names.get(i));
            svg.line(x(last.at()) + 5, y(last.rating()), frame.width - frame.right + 14, labels[i], "grid", Svg.SOFT, 1)
                    .text(frame.width - frame.right + 18, labels[i], "start", "ink", Svg.INK,
                            Chart.shortened(names.get(i)))
                    .end();
        }
        return svg.toString();
    }

    private String narrow(String title, List<String> names) {
        Svg svg = new Svg(frame.width, frame.height + KEY_HEIGHT * series.size(), title);
        grid(svg);
        time(svg, to, "end");
        if (Duration.between(from, to).compareTo(Duration.ZERO) > 0) {
            time(svg, from, "start");
        }
        for (int i = 0; i < series.size(); i++) {
            double y = frame.height + KEY_HEIGHT * (i + 0.5);
            open(svg, i, names.get(i));
            svg.path("0," + Svg.number(y) + " " + Svg.number(KEY_LINE) + "," + Svg.number(y), "line", COLOURS.get(i),
                    DASHES.get(i)).text(KEY_LINE + 8, y, "start", "ink", Svg.INK, Chart.shortened(names.get(i)))
                    .text(frame.width, y, "end", "soft", Svg.SOFT, NumberText.whole(last(i).rating())).end();
        }
        return svg.toString();
    }

    private void grid(Svg svg) {
        for (double tick : axis.ticks(EDGE)) {
            double y = y(tick);
            svg.line(frame.left, y, frame.width - frame.right, y, "grid", Svg.HAIRLINE, 1).text(frame.left - 8, y,
                    "end", "soft", Svg.SOFT, NumberText.whole(tick));
        }
    }

    private void time(Svg svg, Instant at, String anchor) {
        svg.text(x(at), frame.height - BOTTOM / 2, anchor, "soft", Svg.SOFT, label(at));
    }

    /** Draws a line and leaves its group open for the name. */
    private void open(Svg svg, int i, String name) {
        BoardHistory.Series one = series.get(i);
        BoardHistory.Point last = last(i);
        svg.group(name + ": " + NumberText.whole(last.rating()));
        if (series.size() == 1) {
            svg.area(band(one), "band", COLOURS.get(0));
        }
        svg.path(points(one), "line", COLOURS.get(i), DASHES.get(i)).dot(x(last.at()), y(last.rating()), 3.5, "line",
                COLOURS.get(i));
    }

    private BoardHistory.Point last(int i) {
        List<BoardHistory.Point> points = series.get(i).points();
        return points.get(points.size() - 1);
    }

    /** The heights of the names: beside the ends of their lines, moved apart if those are close. */
    private double[] labels() {
        List<Integer> order = new ArrayList<>();
        double[] ends = new double[series.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = y(last(i).rating());
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> ends[i]));
        double[] labels = new double[ends.length];
        double least = TOP;
        for (int place = 0; place < ends.length; place++) {
            int i = order.get(place);
            double most = frame.height - BOTTOM - LABEL_HEIGHT * (ends.length - 1 - place);
            labels[i] = Math.max(least, Math.min(most, ends[i]));
            least = labels[i] + LABEL_HEIGHT;
        }
        return labels;
    }

    private List<Instant> times() {
        return from.equals(to) ? List.of(from) : List.of(from, from.plus(Duration.between(from, to).dividedBy(2)), to);
    }

    private String label(Instant at) {
        boolean days = Duration.between(from, to).toDays() >= 3;
        return DateTimeFormatter.ofPattern(days ? "yyyy-MM-dd" : "MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC)
                .format(at);
    }

    private String points(BoardHistory.Series one) {
        return one.points().stream().map(point -> place(point.at(), point.rating())).collect(Collectors.joining(" "));
    }

    private String band(BoardHistory.Series one) {
        List<BoardHistory.Point> known = one.points().stream().filter(point -> point.low() != null).toList();
        List<String> around = new ArrayList<>();
        known.forEach(point -> around.add(place(point.at(), point.high())));
        for (int i = known.size() - 1; i >= 0; i--) {
            around.add(place(known.get(i).at(), known.get(i).low()));
        }
        return String.join(" ", around);
    }

    private String place(Instant at, double rating) {
        return Svg.number(x(at)) + "," + Svg.number(y(rating));
    }

    private double x(Instant at) {
        double whole = Duration.between(from, to).toMillis();
        double part = whole == 0 ? 1 : Duration.between(from, at).toMillis() / whole;
        return frame.left + part * (frame.width - frame.left - frame.right);
    }

    private double y(double rating) {
        return frame.height - BOTTOM - axis.share(rating) * (frame.height - TOP - BOTTOM);
    }
}
