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

    private static final double WIDTH = 900;
    private static final double HEIGHT = 360;
    private static final double LEFT = 56;
    private static final double RIGHT = 200;
    private static final double TOP = 16;
    private static final double BOTTOM = 32;
    private static final double LABEL_HEIGHT = 16;
    /** In points, above and below the lines. */
    private static final double MARGIN = 10;
    /** The ends of the axis have no tick. */
    private static final double EDGE = 0.03;
    /** Safe for colour-blind readers, after M. Okabe and K. Ito; 3:1 on paper and on the dark ground. */
    private static final List<String> COLOURS = List.of("#2f72bd", "#c2571d", "#1a8a68", "#a85c90", "#8a7a10",
            "#5f6fc4",
            "#7b7770", "#b0466a");
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 2", "8 2 2 2");

    private final List<BoardHistory.Series> series;
    private final Instant from;
    private final Instant to;
    private final Axis axis;

    private LineChart(List<BoardHistory.Series> series) {
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
        return new LineChart(series).draw(title, names);
    }

    /** The number of lines that one picture can have. */
    public static int most() {
        return COLOURS.size();
    }

    private String draw(String title, List<String> names) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        for (double tick : axis.ticks(EDGE)) {
            double y = y(tick);
            svg.line(LEFT, y, WIDTH - RIGHT, y, "grid", Svg.HAIRLINE, 1).text(LEFT - 8, y, "end", "soft", Svg.SOFT,
                    NumberText.whole(tick));
        }
        times().forEach(at -> svg.text(x(at), HEIGHT - BOTTOM / 2, "middle", "soft", Svg.SOFT, label(at)));
        double[] labels = labels();
        for (int i = 0; i < series.size(); i++) {
            BoardHistory.Series one = series.get(i);
            BoardHistory.Point last = one.points().get(one.points().size() - 1);
            svg.group(names.get(i) + ": " + NumberText.whole(last.rating()));
            if (series.size() == 1) {
                svg.area(band(one), "band", COLOURS.get(0));
            }
            svg.path(points(one), "line", COLOURS.get(i), DASHES.get(i))
                    .dot(x(last.at()), y(last.rating()), 3.5, "line",
                            COLOURS.get(i))
                    .line(x(last.at()) + 5, y(last.rating()), WIDTH - RIGHT + 14, labels[i], "grid", Svg.SOFT, 1)
                    .text(WIDTH - RIGHT + 18, labels[i], "start", "ink", Svg.INK, Chart.shortened(names.get(i))).end();
        }
        return svg.toString();
    }

    /** The heights of the names: beside the ends of their lines, moved apart if those are close. */
    private double[] labels() {
        List<Integer> order = new ArrayList<>();
        double[] ends = new double[series.size()];
        for (int i = 0; i < ends.length; i++) {
            List<BoardHistory.Point> points = series.get(i).points();
            ends[i] = y(points.get(points.size() - 1).rating());
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> ends[i]));
        double[] labels = new double[ends.length];
        double least = TOP;
        for (int place = 0; place < ends.length; place++) {
            int i = order.get(place);
            double most = HEIGHT - BOTTOM - LABEL_HEIGHT * (ends.length - 1 - place);
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
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(double rating) {
        return HEIGHT - BOTTOM - axis.share(rating) * (HEIGHT - TOP - BOTTOM);
    }
}
