package org.dohyo.leaderboard.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.board.DailyVotes;
import org.dohyo.leaderboard.board.Meetings;
import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.ChartMessages;
import org.dohyo.leaderboard.chart.DailyVotesChart;
import org.dohyo.leaderboard.chart.HeatMap;
import org.dohyo.leaderboard.chart.PairChart;
import org.dohyo.leaderboard.chart.RatingChart;
import org.dohyo.web.Texts;

/** Draws the charts of a view of the leaderboard. */
@ApplicationScoped
class Charts {

    /** In the order of the page. */
    static final List<String> NAMES = List.of("ratings", "wins", "battles", "history", "days", "categories");

    private static final int MOST_RATINGS = 60;
    /** More rows and columns would be unreadable, also with a screen reader. */
    private static final int MOST_CELLS = 24;
    /** More columns wouldn't fit on a phone. */
    private static final int MOST_NARROW_CATEGORIES = 14;

    private final Boards boards;
    private final Meetings meetings;
    private final Histories histories;
    private final DailyVotes days;
    private final CategoryList categories;
    private final Clock clock;

    Charts(Boards boards, Meetings meetings, Histories histories, DailyVotes days, CategoryList categories,
            Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.histories = histories;
        this.days = days;
        this.categories = categories;
        this.clock = clock;
    }

    /** @param rows of the view, in its order */
    Chart draw(String name, BoardView view, List<BoardLine> rows, String locale) {
        ChartMessages words = Texts.of(ChartMessages.class, locale);
        List<Board.Row> models = rows.stream().map(BoardLine::row).toList();
        List<Board.Row> few = models.subList(0, Math.min(MOST_CELLS, models.size()));
        String only = few.size() < models.size() ? " " + words.firstModels(few.size()) : "";
        return switch (name) {
            case "ratings" -> RatingChart.draw(models.subList(0, Math.min(MOST_RATINGS, models.size())),
                    models.size() > MOST_RATINGS, words);
            case "wins" -> new PairChart(few, met(view), words).wins(words.winsNote() + only);
            case "battles" -> new PairChart(few, met(view), words).battles(words.battlesNote() + only);
            case "history" -> histories.of(view.key(), models, locale);
            case "days" -> DailyVotesChart.draw(days.in(view.category()),
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), words);
            case "categories" -> byCategory(few, words.categoriesNote() + only, words, locale);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Map<String, PairResult> met(BoardView view) {
        return meetings.in(view.category()).pairs().stream()
                .collect(Collectors.toMap(pair -> PairChart.key(pair.modelA(), pair.modelB()), Function.identity()));
    }

    /** Ranks of the default boards, regardless of the view's method. */
    private Chart byCategory(List<Board.Row> models, String note, ChartMessages words, String locale) {
        Map<String, Board> published = boards.ofCategories().stream()
                .collect(Collectors.toMap(Board::category, Function.identity()));
        List<Category> shown = categories.in(locale).stream()
                .filter(category -> published.containsKey(category.slug()) && category.votes() > 0).toList();
        List<Map<String, Board.Row>> rows = shown.stream()
                .map(category -> published.get(category.slug()).models().stream()
                        .collect(Collectors.toMap(Board.Row::slug, Function.identity())))
                .toList();
        List<String> heads = new ArrayList<>(List.of(words.model()));
        shown.forEach(category -> heads.add(category.name()));
        List<List<String>> table = models.stream().map(model -> {
            List<String> cells = new ArrayList<>(List.of(model.name()));
            rows.forEach(byslug -> cells.add(rank(byslug.get(model.slug()))));
            return List.copyOf(cells);
        }).toList();
        HeatMap.Cells drawn = (i, j) -> {
            Board.Row row = rows.get(j).get(models.get(i).slug());
            return row == null || row.rank() == null ? HeatMap.Cell.EMPTY
                    : new HeatMap.Cell(rank(row),
                            words.rankOf(row.name(), shown.get(j).name(), row.rank(),
                                    (int) rows.get(j).values().stream().filter(other -> other.rank() != null).count()),
                            HeatMap.sequential(row.rank() > 3 ? 0 : 0.85 - 0.25 * (row.rank() - 1)));
        };
        boolean nothing = models.isEmpty() || shown.isEmpty();
        List<String> names = models.stream().map(Board.Row::name).toList();
        List<String> columns = shown.stream().map(Category::name).toList();
        List<String> first = columns.subList(0, Math.min(MOST_NARROW_CATEGORIES, columns.size()));
        return new Chart("categories", words.categories(), note,
                nothing ? null : HeatMap.draw(words.categories(), names, columns, drawn),
                nothing ? null
                        : new Chart.Narrow(HeatMap.narrow(words.categories(), names, first, drawn),
                                first.size() < columns.size() ? words.narrowCategories(first.size()) : ""),
                heads, table);
    }

    private static String rank(Board.Row row) {
        return row == null || row.rank() == null ? "" : row.rank() + (row.preliminary() ? "*" : "");
    }
}
