package org.dohyo.leaderboard.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.speed.Speed;
import org.dohyo.model.Offer;
import org.junit.jupiter.api.Test;

class ValueBoardsTest {

    private static final Speed UNMEASURED = new Speed(null, null);

    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, Speed> speeds = new HashMap<>();

    /** @param rankLow null before the ranges of ranks are known */
    private static Board.Row row(String slug, Integer rank, Integer rankLow, double rating) {
        return row(slug, rank, rankLow, rating, false, false);
    }

    private static Board.Row row(String slug, Integer rank, Integer rankLow, double rating, boolean preliminary,
            boolean retired) {
        return new Board.Row(new Board.Place(rank, rankLow, rankLow == null ? null : rank + 2),
                new Board.Facts(slug, slug.toUpperCase(), "", "", null),
                new Board.Estimate(rating, rating - 9, rating + 9),
                new Board.Results(60, 0.5, 0.1, 0.05, 0.15), new Board.Support(null, 0, false, preliminary),
                new Board.Status(retired, false));
    }

    private void offer(String slug, String currency, String input, String output) {
        offers.put(slug, new Offer(slug, null, LocalDate.of(2026, 1, 1), currency, new BigDecimal(input),
                new BigDecimal(output), null));
    }

    private ValueBoard board(String currency, Board.Row... rows) {
        return ValueBoards
                .of(new Board(Instant.EPOCH, "overall", "bt", "voters", false, 100, 100, "4", null, null, null,
                        List.of(rows)), offers, slug -> speeds.getOrDefault(slug, UNMEASURED), currency);
    }

    private static List<String> on(ValueBoard board, Quantity quantity) {
        return board.models().stream().filter(row -> row.on(quantity)).map(ValueRow::slug).toList();
    }

    @Test
    void nothingKnown_staysUnknown() {
        ValueBoard board = board(null, row("a", 1, 1, 1_100), row("b", 2, 1, 1_000));
        assertThat(board.currency()).isNull();
        assertThat(board.cheapest()).isNull();
        assertThat(board.models()).hasSize(2).noneMatch(ValueRow::known).allMatch(row -> row.frontiers().isEmpty());
        assertThat(board(null).models()).isEmpty();
    }

    @Test
    void frontier_hasWhatNoOtherSurpasses_amongPlacedModels() {
        offer("a", "USD", "8", "8");
        offer("b", "USD", "2", "2");
        offer("c", "USD", "4", "4");
        offer("d", "USD", "0", "0");
        offer("new", "USD", "1", "1");
        offer("apart", "USD", "1", "1");
        offer("gone", "USD", "1", "1");
        ValueBoard board = board(null, row("a", 1, 1, 1_100), row("b", 2, 1, 1_050), row("c", 3, 1, 1_000),
                row("d", 4, 3, 900), row("new", 5, 1, 1_200, true, false), row("apart", null, null, 1_300),
                row("gone", 6, 1, 1_400, false, true));
        assertThat(on(board, Quantity.PRICE)).containsExactly("a", "b", "d");
        assertThat(board.models()).extracting(ValueRow::slug).doesNotContain("gone");
    }

    @Test
    void frontierOfSpeed_hasTheFastest_thatOfWaitTheQuickest() {
        speeds.put("a", new Speed(figure(3), figure(20)));
        speeds.put("b", new Speed(figure(1), figure(80)));
        speeds.put("c", new Speed(figure(2), null));
        ValueBoard board = board(null, row("a", 1, 1, 1_100), row("b", 2, 1, 1_050), row("c", 3, 1, 1_000));
        assertThat(on(board, Quantity.SPEED)).containsExactly("a", "b");
        assertThat(on(board, Quantity.WAIT)).containsExactly("a", "b");
    }

    private static Speed.Figure figure(double median) {
        return new Speed.Figure(median, median - 0.1, median + 0.1, median, 100);
    }

    @Test
    void pricesInOneCurrencyAlone_areCompared() {
        offer("a", "JPY", "1", "1");
        offer("b", "USD", "2", "2");
        offer("c", "USD", "3", "3");
        Board.Row[] rows = { row("a", 1, 1, 1_100), row("b", 2, 1, 1_050), row("c", 3, 1, 1_000) };
        ValueBoard usual = board(null, rows);
        assertThat(usual.currencies()).containsExactly("USD", "JPY");
        assertThat(usual.models().get(0)).matches(row -> row.price() == null && row.otherCurrency().equals("JPY"));
        assertThat(usual.cheapest().slug()).isEqualTo("b");
        assertThat(board("JPY", rows).cheapest().slug()).isEqualTo("a");
        assertThat(board("EUR", rows).cheapest()).isNull();
    }

    @Test
    void cheapestGood_mayHaveTheFirstRank_andIsComparedWithTheBestOfAll() {
        offer("b", "USD", "2", "2");
        offer("c", "USD", "1", "1");
        offer("d", "USD", "0.5", "0.5");
        offer("new", "USD", "0.1", "0.1");
        ValueBoard.Cheapest cheapest = board(null, row("a", 1, 1, 1_100), row("b", 2, 1, 1_090), row("c", 3, 1, 1_080),
                row("d", 4, 2, 1_000), row("new", 5, 1, 1_000, true, false)).cheapest();
        assertThat(cheapest).isEqualTo(new ValueBoard.Cheapest("c", 5, "a", 20));
        assertThat(board(null, row("c", 1, 1, 1_100), row("d", 2, 2, 1_000)).cheapest())
                .isEqualTo(new ValueBoard.Cheapest("c", 3, "c", 0));
        assertThat(board(null, row("a", 1, 1, 1_100), row("d", 2, 2, 1_000)))
                .matches(board -> board.ranged() && board.cheapest() == null);
        assertThat(board(null, row("c", 1, null, 1_100), row("d", 2, null, 1_000)))
                .matches(board -> !board.ranged() && board.cheapest() == null);
    }

    @Test
    void csv_hasALineForEachModel_withUnknownAsNothing() {
        offer("a", "USD", "3", "15");
        List<String> lines = board(null, row("a", 1, 1, 1_100), row("b", 2, 1, 1_050)).csv().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("USD,3,15,6,2026-01-01");
        assertThat(Stream.of(lines.get(2).split(",")).toList()).contains("b").doesNotContain("USD");
    }
}
