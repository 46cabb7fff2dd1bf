package org.dohyo.leaderboard.chart;

import java.util.List;

import org.dohyo.leaderboard.board.Board;

/** Draws ratings as dots with their intervals as lines: the leaderboard's own picture, for use elsewhere. */
public final class RatingChart {

    private static final double PLOT = 654;
    private static final double ROW = 24;
    private static final double HEAD = 28;

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
                rows.isEmpty() ? null : svg(rows, words.ratings()),
                List.of(words.model(), words.rank(), words.rating(), words.low(), words.high()), table);
    }

    private static String svg(List<Board.Row> rows, String title) {
        RatingAxis axis = RatingAxis.of(rows);
        double height = HEAD + ROW * rows.size() + 8;
        double left = Chart.room(rows.stream().map(Board.Row::name).toList());
        Svg svg = new Svg(left + PLOT + 16, height, title);
        for (double tick : axis.values()) {
            double x = left + axis.share(tick) * PLOT;
            svg.line(x, HEAD - 4, x, height - 4, "grid", Svg.HAIRLINE, 1).text(x, HEAD / 2, "middle", "soft", Svg.SOFT,
                    NumberText.whole(tick));
        }
        for (int i = 0; i < rows.size(); i++) {
            Board.Row row = rows.get(i);
            double y = HEAD + ROW * (i + 0.5);
            boolean interval = row.low() != null && row.high() != null;
            svg.group(row.name() + ": " + NumberText.whole(row.rating())
                    + (interval ? " ± " + NumberText.whole((row.high() - row.low()) / 2) : ""));
            svg.text(left - 10, y, "end", "ink", Svg.INK, Chart.shortened(row.name()));
            if (interval) {
                svg.line(left + axis.share(row.low()) * PLOT, y, left + axis.share(row.high()) * PLOT, y, "mark",
                        Svg.INK, 2);
            }
            svg.dot(left + axis.share(row.rating()) * PLOT, y, 4.5, "point", Svg.INK).end();
        }
        return svg.toString();
    }
}
