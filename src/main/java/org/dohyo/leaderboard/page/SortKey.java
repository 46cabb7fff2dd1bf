package org.dohyo.leaderboard.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.dohyo.leaderboard.board.Board;

/** The sort orders of the table, each in the direction that readers usually want first. */
enum SortKey {
    RANK(row -> row.rank() == null ? Integer.MAX_VALUE : row.rank(), false),
    RANGE(row -> row.rankLow() == null ? Integer.MAX_VALUE : row.rankLow() * 10_000 + row.rankHigh(), false),
    NAME(row -> row.name().toLowerCase(Locale.ROOT), false),
    RATING(Board.Row::rating, true),
    VOTES(Board.Row::votes, true),
    WIN(Board.Row::winRate, true),
    BAD(Board.Row::bothBad, false),
    ORGANIZATION(row -> last(row.organization()), false),
    LICENSE(row -> last(row.license()), false),
    OPEN(row -> row.openWeights() == null ? 2 : row.openWeights() ? 0 : 1, false);

    private final Comparator<Board.Row> order;

    <T extends Comparable<T>> SortKey(Function<Board.Row, T> by, boolean greatestFirst) {
        Comparator<Board.Row> order = Comparator.comparing(by);
        this.order = greatestFirst ? order.reversed() : order;
    }

    /** Sorts unknown values last. */
    private static String last(String text) {
        return text.isBlank() ? "\uffff" : text.toLowerCase(Locale.ROOT);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Comparator<Board.Row> order() {
        return order;
    }

    static Optional<SortKey> ofLabel(String label) {
        return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
    }
}
