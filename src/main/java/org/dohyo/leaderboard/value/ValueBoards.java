package org.dohyo.leaderboard.value;

import java.util.ArrayList;
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
        Board board = boards.current(BoardKey.of(category)).board();
        Map<String, Offer> offers = prices.offers().stream()
                .collect(Collectors.toMap(Offer::slug, Function.identity()));
        List<Board.Row> models = board.models().stream().filter(row -> !row.retired()).sorted(BY_RANK).toList();
        List<String> currencies = currencies(models, offers);
        String chosen = currency != null ? currency : currencies.isEmpty() ? null : currencies.get(0);
        List<ValueRow> rows = withFrontiers(IntStream.range(0, models.size())
                .mapToObj(i -> ValueRow.of(i + 1, models.get(i), offers.get(models.get(i).slug()),
                        speeds.of(models.get(i).slug()), chosen))
                .toList());
        return new ValueBoard(board.generatedAt(), category, board.methodVersion(), board.logSize(), chosen,
                currencies,
                models.stream().anyMatch(row -> row.rankLow() != null), Speed.LEAST_ANSWERS, Speed.DAYS, cheapest(models, rows), rows);
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

    /** The models that no other surpasses in one of rating and quantity without falling behind in the other. */
    private static List<ValueRow> frontier(List<ValueRow> rows, Quantity quantity) {
        Comparator<ValueRow> worse = Comparator.comparing(quantity::of);
        List<ValueRow> known = rows.stream().filter(row -> row.placed() && quantity.of(row) != null)
                .sorted((quantity.lessIsBetter() ? worse : worse.reversed())
                        .thenComparing(ValueRow::rating, Comparator.reverseOrder()))
                .toList();
        List<ValueRow> frontier = new ArrayList<>();
        for (ValueRow row : known) {
            if (frontier.isEmpty() || row.rating() > frontier.get(frontier.size() - 1).rating()) {
                frontier.add(row);
            }
        }
        return frontier;
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
