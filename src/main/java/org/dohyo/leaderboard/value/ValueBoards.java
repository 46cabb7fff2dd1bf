package org.dohyo.leaderboard.value;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.speed.Speed;
import org.dohyo.leaderboard.speed.Speeds;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.Offer;
import org.dohyo.rating.Fit;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.frontier.Frontier;

/** Sets the ratings of a category's default board beside prices and measured speeds. */
@ApplicationScoped
public class ValueBoards {

    private static final Comparator<Board.Row> BY_RANK = Comparator
            .comparing(Board.Row::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Board.Row::rating, Comparator.reverseOrder());

    private final Boards boards;
    private final ModelPrice.Repository prices;
    private final Speeds speeds;

    ValueBoards(Boards boards, ModelPrice.Repository prices, Speeds speeds) {
        this.boards = boards;
        this.prices = prices;
        this.speeds = speeds;
    }

    /** @param currency in which prices are compared, or null for that of the most models */
    @Transactional
    ValueBoard of(String category, String currency) {
        return of(boards.current(BoardKey.of(category)).board(), prices.offers().stream()
                .collect(Collectors.toMap(Offer::slug, Function.identity())), speeds::of, currency);
    }

    /**
     * Sets the ratings of another board, such as a project's, beside the prices and speeds of those of its models that
     * are published here under the same slug.
     */
    @Transactional
    public ValueView beside(Board board, String locale) {
        Map<String, Offer> offers = prices.offers().stream()
                .collect(Collectors.toMap(Offer::slug, Function.identity()));
        return ValueView.of(of(board, offers, slug -> offers.containsKey(slug) ? speeds.of(slug) : Speed.UNKNOWN, null),
                List.of(), new ValueQuery(), locale);
    }

    /**
     * @param offers by slug
     * @param speeds by slug; never null
     */
    static ValueBoard of(Board board, Map<String, Offer> offers, Function<String, Speed> speeds, String currency) {
        List<Board.Row> models = board.models().stream().filter(row -> !row.retired()).sorted(BY_RANK).toList();
        List<String> currencies = currencies(models, offers);
        String chosen = currency != null ? currency : currencies.isEmpty() ? null : currencies.get(0);
        List<ValueRow> rows = withFrontiers(IntStream.range(0, models.size())
                .mapToObj(i -> ValueRow.of(i + 1, models.get(i), offers.get(models.get(i).slug()),
                        speeds.apply(models.get(i).slug()), chosen))
                .toList());
        return new ValueBoard(board.generatedAt(), board.category(), board.methodVersion(), board.logSize(), chosen,
                currencies,
                models.stream().anyMatch(row -> row.rankLow() != null), Speed.LEAST_ANSWERS, Speed.DAYS,
                cheapest(models, rows), rows);
    }

    private static List<String> currencies(List<Board.Row> models, Map<String, Offer> offers) {
        Map<String, Long> counts = models.stream().map(row -> offers.get(row.slug()))
                .filter(offer -> offer != null && offer.priced())
                .collect(Collectors.groupingBy(Offer::currency, Collectors.counting()));
        return counts.keySet().stream()
                .sorted(Comparator.comparing((String code) -> -counts.get(code)).thenComparing(code -> code)).toList();
    }

    private static List<ValueRow> withFrontiers(List<ValueRow> rows) {
        Map<Quantity, List<ValueRow>> frontiers = Stream.of(Quantity.values())
                .collect(Collectors.toMap(Function.identity(), quantity -> frontier(rows, quantity)));
        return rows.stream()
                .map(row -> row.on(Stream.of(Quantity.values())
                        .filter(quantity -> frontiers.get(quantity).contains(row)).map(Quantity::label).toList()))
                .toList();
    }

    /** By the ratings as estimated: what is certain of them, the ranges of ranks say. */
    private static List<ValueRow> frontier(List<ValueRow> rows, Quantity quantity) {
        List<ValueRow> placed = rows.stream().filter(ValueRow::placed).toList();
        Fit estimates = Fit.ofRatings(placed.stream().mapToDouble(ValueRow::rating).toArray());
        RankIntervals unused = new RankIntervals(new int[placed.size()], new int[placed.size()], 0);
        return Frontier.of(estimates, unused, 0, placed.stream().mapToDouble(quantity::cost).toArray()).frontier()
                .stream().map(placed::get).toList();
    }

    /**
     * By the ranges of ranks, which hold for all models at once: a model that may have the first rank is surely worse
     * than none, priced or not.
     */
    private static ValueBoard.Cheapest cheapest(List<Board.Row> models, List<ValueRow> rows) {
        return rows.stream().filter(row -> row.placed() && row.price() != null)
                .filter(row -> Integer.valueOf(1).equals(models.get(row.number() - 1).rankLow()))
                .min(Comparator.comparing((ValueRow row) -> row.price().blended())
                        .thenComparing(ValueRow::rating, Comparator.reverseOrder()))
                .map(row -> {
                    ValueRow best = rows.stream().filter(ValueRow::placed)
                            .max(Comparator.comparing(ValueRow::rating)).orElseThrow();
                    return new ValueBoard.Cheapest(row.slug(), models.get(row.number() - 1).rankHigh(), best.slug(),
                            best.rating() - row.rating());
                }).orElse(null);
    }
}
