package org.dohyo.leaderboard.yardstick;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.ComparisonChart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.web.Texts;

/**
 * The data of the page's template.
 *
 * @param chart the two ratings over each other
 * @param tau with its interval; null without enough models
 */
public record YardstickView(YardstickComparison comparison, List<Line> lines, Chart chart, String tau,
        List<Choice> yardsticks,
        List<Choice> categories, List<Choice> theirs, String address) {

    /** A model as text; a half is null without an interval. */
    public record Line(YardstickComparison.Row row, int number, String rating, String half, String theirRating,
            String theirHalf) {

        static Line of(YardstickComparison.Row row, int number) {
            return new Line(row, number, NumberText.whole(row.rating()), half(row.low(), row.high()),
                    NumberText.whole(row.theirRating()), half(row.theirLow(), row.theirHigh()));
        }

        private static String half(Double low, Double high) {
            return low == null ? null : NumberText.whole((high - low) / 2);
        }
    }

    /** A link to another choice. */
    public record Choice(String name, String href, boolean current) {
    }

    static YardstickView of(YardstickComparison comparison, Yardsticks.Listed chosen, List<Yardsticks.Listed> all,
            List<Category> own, String locale) {
        long id = comparison.yardstick();
        List<Line> lines = IntStream.range(0, comparison.models().size())
                .mapToObj(i -> Line.of(comparison.models().get(i), i + 1)).toList();
        return new YardstickView(comparison, lines,
                chart(comparison, lines, Texts.of(YardstickMessages.class, locale)),
                comparison.tau() == null ? null : text(comparison.tau()),
                all.stream().map(one -> new Choice(one.yardstick().name,
                        path(one.yardstick().id, comparison.category(), null), one.yardstick().id == id)).toList(),
                own.stream().filter(one -> one.votes() > 0 || one.slug().equals(comparison.category()))
                        .map(one -> new Choice(one.name(), path(id, one.slug(), null),
                                one.slug().equals(comparison.category())))
                        .toList(),
                chosen.categories().stream().map(one -> new Choice(one.name(),
                        path(id, comparison.category(), one.name()), one.name().equals(comparison.theirs()))).toList(),
                path(id, comparison.category(), comparison.theirs()));
    }

    private static String path(long id, String category, String theirs) {
        return YardstickQuery.address(YardstickPage.PATH, id, category, theirs);
    }

    /** The day of their ratings. */
    public String dated() {
        return comparison.dated().toString();
    }

    public String api() {
        return YardstickQuery.address("/api/leaderboard/yardstick", comparison.yardstick(), comparison.category(),
                comparison.theirs());
    }

    private static String text(YardstickComparison.Correlation tau) {
        return number(tau.value()) + " (" + number(tau.low()) + " … " + number(tau.high()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value + 0.0).replace('-', '−');
    }

    private static Chart chart(YardstickComparison comparison, List<Line> lines, YardstickMessages words) {
        List<ComparisonChart.Point> points = lines.stream().map(YardstickView::point).toList();
        String title = words.chart(comparison.name());
        return new Chart("scatter", title, words.chartNote(),
                points.isEmpty() ? null : ComparisonChart.draw(title, words.ownAxis(), comparison.name(), points),
                points.isEmpty() ? null
                        : ComparisonChart.narrow(title, words.ownAxis(), comparison.name(), points),
                List.of("#", words.model(), words.own(), words.theirs()),
                lines.stream().map(line -> List.of(Integer.toString(line.number()), line.row().name(), line.rating(),
                        line.theirRating())).toList());
    }

    private static ComparisonChart.Point point(Line line) {
        YardstickComparison.Row row = line.row();
        return new ComparisonChart.Point(line.number(),
                new ComparisonChart.Value(row.rating(), row.low(), row.high()),
                new ComparisonChart.Value(row.theirRating(), row.theirLow(), row.theirHigh()),
                row.name() + ": " + line.rating() + " · " + line.theirRating());
    }
}
