package org.dohyo.leaderboard.value;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.speed.Speed;
import org.dohyo.web.Texts;

/**
 * The data of the page's template.
 *
 * @param charts in the order of {@link Quantity}
 * @param categories those with a vote, and the current one
 */
public record ValueView(ValueBoard board, List<Chart> charts, List<Category> categories, ValueQuery query,
        String locale) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    /** A model as the table shows it; a text is null where nothing is known. */
    public record Line(ValueRow row, String rating, String half, String input, String output, String blended,
            String context, Measured firstText, Measured tokensPerSecond, String frontiers) {
    }

    /** @param nineOfTen what nine of ten answers kept to */
    public record Measured(String median, String nineOfTen, String answers) {

        static Measured of(Speed.Figure figure) {
            return figure == null ? null
                    : new Measured(NumberText.measured(figure.median()), NumberText.measured(figure.nineOfTen()),
                            NumberText.grouped(figure.answers()));
        }
    }

    /** A link to another choice. */
    public record Choice(String name, String href, boolean current) {
    }

    static ValueView of(ValueBoard board, List<Category> categories, ValueQuery query, String locale) {
        ValueCharts charts = ValueCharts.of(board, locale);
        return new ValueView(board, Stream.of(Quantity.values()).map(charts::draw).toList(),
                categories.stream()
                        .filter(category -> category.votes() > 0 || category.slug().equals(query.category)).toList(),
                query, locale);
    }

    public String updated() {
        return UTC.format(board.generatedAt());
    }

    public List<Line> lines() {
        return board.models().stream().filter(ValueRow::known).map(this::line).toList();
    }

    /** The number of models of which nothing but the rating is known. */
    public int unlisted() {
        return (int) board.models().stream().filter(row -> !row.known()).count();
    }

    public boolean priced() {
        return board.currency() != null;
    }

    /** True if any model has a measured speed. */
    public boolean measured() {
        return board.models().stream().anyMatch(row -> row.firstText() != null || row.tokensPerSecond() != null);
    }

    /** The sentences on the cheapest good model; empty without prices. */
    public String cheapest() {
        ValueMessages words = words();
        ValueBoard.Cheapest cheapest = board.cheapest();
        if (!priced()) {
            return "";
        }
        if (cheapest == null) {
            return board.ranged() ? words.noCheapest() : words.notRanged();
        }
        String name = board.model(cheapest.slug()).name();
        return cheapest.slug().equals(cheapest.best()) ? words.cheapestIsBest(name) : words.cheapest(name);
    }

    /** What remains uncertain about it; empty if there is none or it is the best. */
    public String cheapestBehind() {
        ValueBoard.Cheapest cheapest = board.cheapest();
        return cheapest == null || cheapest.slug().equals(cheapest.best()) ? ""
                : words().cheapestBehind(board.model(cheapest.best()).name(), NumberText.whole(cheapest.behind()),
                        cheapest.rankHigh());
    }

    public List<Choice> tabs() {
        return categories.stream().map(category -> new Choice(category.name(),
                ValueQuery.address(ValuePage.PATH, category.slug(), query.currency),
                category.slug().equals(query.category))).toList();
    }

    /** The currencies to choose from; empty if there is one at most. */
    public List<Choice> currencies() {
        return board.currencies().size() < 2 ? List.of()
                : board.currencies().stream().map(code -> new Choice(code,
                        ValueQuery.address(ValuePage.PATH, query.category, code), code.equals(board.currency())))
                        .toList();
    }

    public String back() {
        return ValueQuery.address("/leaderboard", query.category, null);
    }

    /** The address of one of the charts as a picture or a table. */
    public String chart(String name, String format) {
        return query.address(ValuePage.PATH + "/" + name + "." + format);
    }

    public String api() {
        return query.address(ValueResource.PATH);
    }

    public String csv() {
        String api = api();
        return api + (api.contains("?") ? "&" : "?") + "format=csv";
    }

    private Line line(ValueRow row) {
        ValueRow.Price price = row.price();
        return new Line(row, NumberText.whole(row.rating()),
                row.low() == null ? null : NumberText.whole((row.high() - row.low()) / 2),
                price == null ? null : NumberText.amount(price.input()),
                price == null ? null : NumberText.amount(price.output()),
                price == null ? null : NumberText.amount(price.blended()),
                row.contextWindow() == null ? null : NumberText.grouped(row.contextWindow()),
                Measured.of(row.firstText()), Measured.of(row.tokensPerSecond()), frontiers(row));
    }

    private String frontiers(ValueRow row) {
        ValueMessages words = words();
        return String.join(" · ", Stream.of(Quantity.values()).filter(row::on).map(quantity -> switch (quantity) {
            case PRICE -> words.byPrice();
            case SPEED -> words.bySpeed();
            case WAIT -> words.byWait();
        }).toList());
    }

    private ValueMessages words() {
        return Texts.of(ValueMessages.class, locale);
    }
}
