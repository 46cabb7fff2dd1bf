package org.dohyo.leaderboard.chart;

import java.util.List;

import org.dohyo.leaderboard.board.Board;

/** Draws ratings as dots with their intervals as lines: the leaderboard's own picture, for use elsewhere. */
public final class RatingChart {

    private static final double PLOT = 654;
    private static final double ROW = 24;
    private static final double HEAD = 28;
    private static final double NARROW_ROW = 42;
    private static final double NARROW_EDGE = 4;
    private static final int MOST_NARROW = 24;

    private RatingChart() {
    }

    /** @param more true if there are further rows */
    public static Chart draw(List<Board.Row> rows, boolean more, ChartMessages words) {
        List<List<String>> table = rows.stream()
                .map(row -> List.of(row.name(), row.rank() == null ? "" : row.rank().toString(),
                        Svg.number(row.rating()), row.low() == null ? "" : Svg.number(row.low()),
                        row.high() == null ? "" : Svg.number(row.high())))
                .toList();
        return new Chart("ratings", words.ratings(), more ? words.firstModels(rows.size()) : "",
                rows.isEmpty() ? null : svg(rows, words.ratings()), rows.isEmpty() ? null : narrow(rows, words),
                List.of(words.model(), words.rank(), words.rating(), words.low(), words.high()), table);
    }

    private static String svg(List<Board.Row> rows, String title) {
        double left = Chart.room(rows.stream().map(Board.Row::name).toList());
        Plot plot = new Plot(RatingAxis.of(rows), left, PLOT);
        double height = HEAD + ROW * rows.size() + 8;
        Svg svg = new Svg(left + PLOT + 16, height, title);
        plot.ticks(svg, height);
        for (int i = 0; i < rows.size(); i++) {
            Board.Row row = rows.get(i);
            double y = HEAD + ROW * (i + 0.5);
            svg.group(row.name() + ": " + figure(row)).text(left - 10, y, "end", "ink", Svg.INK,
                    Chart.shortened(row.name()));
            plot.mark(svg, row, y);
            svg.end();
        }
        return svg.toString();
    }

    private static Chart.Narrow narrow(List<Board.Row> all, ChartMessages words) {
        List<Board.Row> rows = all.subList(0, Math.min(MOST_NARROW, all.size()));
        Plot plot = new Plot(RatingAxis.of(rows), NARROW_EDGE, Chart.NARROW - 2 * NARROW_EDGE);
        double height = HEAD + NARROW_ROW * rows.size() + 8;
        Svg svg = new Svg(Chart.NARROW, height, words.ratings());
        plot.ticks(svg, height);
        for (int i = 0; i < rows.size(); i++) {
            Board.Row row = rows.get(i);
            double y = HEAD + NARROW_ROW * i + 12;
            svg.group(row.name() + ": " + figure(row))
                    .text(NARROW_EDGE, y, "start", "ink", Svg.INK, Chart.shortened(row.name()))
                    .text(Chart.NARROW - NARROW_EDGE, y, "end", "soft", Svg.SOFT, figure(row));
            plot.mark(svg, row, y + 18);
            svg.end();
        }
        return new Chart.Narrow(svg.toString(), rows.size() < all.size() ? words.narrowModels(rows.size()) : "");
    }

    private static String figure(Board.Row row) {
        return NumberText.whole(row.rating())
                + (interval(row) ? " ± " + NumberText.whole((row.high() - row.low()) / 2) : "");
    }

    private static boolean interval(Board.Row row) {
        return row.low() != null && row.high() != null;
    }

    /** The part of a picture that has the axis. */
    private record Plot(RatingAxis axis, double left, double width) {

        double x(double rating) {
            return left + axis.share(rating) * width;
        }

        void ticks(Svg svg, double height) {
            for (double tick : axis.values()) {
                svg.line(x(tick), HEAD - 4, x(tick), height - 4, "grid", Svg.HAIRLINE, 1).text(x(tick), HEAD / 2,
                        "middle", "soft", Svg.SOFT, NumberText.whole(tick));
            }
        }

        void mark(Svg svg, Board.Row row, double y) {
            if (interval(row)) {
                svg.line(x(row.low()), y, x(row.high()), y, "mark", Svg.INK, 2);
            }
            svg.dot(x(row.rating()), y, 4.5, "point", Svg.INK);
        }
    }
}
