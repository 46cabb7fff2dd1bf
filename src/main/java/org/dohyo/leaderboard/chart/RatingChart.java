package org.dohyo.leaderboard.chart;

import java.util.List;

import org.dohyo.leaderboard.page.BoardLine;

/** Ratings as dots with their intervals as lines: the leaderboard's own picture, to be taken elsewhere. */
public final class RatingChart {

    private static final double PLOT = 654;
    private static final double ROW = 24;
    private static final double HEAD = 28;

    private RatingChart() {
    }

    public static Chart draw(List<BoardLine> lines, boolean more, ChartMessages words) {
        List<List<String>> table = lines.stream().map(BoardLine::row)
                .map(row -> List.of(row.name(), Integer.toString(row.rank()),
                        Svg.number(row.rating()), row.low() == null ? "" : Svg.number(row.low()),
                        row.high() == null ? "" : Svg.number(row.high())))
                .toList();
        return new Chart("ratings", words.ratings(), more ? words.firstModels(lines.size()) : "",
                lines.isEmpty() ? null : svg(lines, words.ratings()),
                List.of(words.model(), words.rank(), words.rating(), words.low(), words.high()), table);
    }

    private static String svg(List<BoardLine> lines, String title) {
        RatingAxis axis = RatingAxis.of(lines.stream().map(BoardLine::row).toList());
        double height = HEAD + ROW * lines.size() + 8;
        double left = Chart.room(lines.stream().map(line -> line.row().name()).toList());
        Svg svg = new Svg(left + PLOT + 16, height, title);
        for (RatingAxis.Tick tick : axis.ticks()) {
            double x = x(left, tick.x());
            svg.line(x, HEAD - 4, x, height - 4, "grid", Svg.HAIRLINE, 1).text(x, HEAD / 2, "middle", "soft", Svg.SOFT,
                    tick.label());
        }
        for (int i = 0; i < lines.size(); i++) {
            BoardLine line = lines.get(i);
            double y = HEAD + ROW * (i + 0.5);
            svg.group(line.row().name() + ": " + line.rating() + (line.half() == null ? "" : " ± " + line.half()));
            svg.text(left - 10, y, "end", "ink", Svg.INK, Chart.shortened(line.row().name()));
            if (line.half() != null) {
                svg.line(x(left, axis.place(line.row().low())), y, x(left, axis.place(line.row().high())), y, "mark", Svg.INK,
                        2);
            }
            svg.dot(x(left, axis.place(line.row().rating())), y, 4.5, "point", Svg.INK).end();
        }
        return svg.toString();
    }

    private static double x(double left, String percent) {
        return left + Double.parseDouble(percent.replace("%", "")) / 100 * PLOT;
    }
}
