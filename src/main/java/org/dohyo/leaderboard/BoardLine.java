package org.dohyo.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row as the page shows it: its texts, and its places on the axis.
 *
 * @param half half of the interval, null where there is none; so are {@code from} and {@code to}
 * @param cutLow whether the interval begins left of the axis
 * @param cutHigh whether it ends right of the axis
 * @param tied whether it can't be told apart from the first row, and others can't either
 * @param apart whether no comparison connects it and those below with the rows above
 */
public record BoardLine(Board.Row row, String facts, String rating, String half, String range, String votes, String bothBad,
        String x, String from, String to, boolean cutLow, boolean cutHigh, boolean tied, boolean apart) {

    /** The lines of a board; of models that no comparison connects, those with most votes come first. */
    static List<BoardLine> of(List<Board.Row> unordered, RatingAxis axis) {
        Map<Integer, Long> votes = unordered.stream()
                .collect(Collectors.groupingBy(Board.Row::component, Collectors.summingLong(Board.Row::votes)));
        List<Board.Row> rows = unordered.stream().sorted(Comparator
                .comparing((Board.Row row) -> votes.get(row.component())).reversed().thenComparing(Board.Row::component))
                .toList();
        boolean anyTied = rows.stream().filter(row -> level(rows.get(0), row)).count() > 1;
        List<BoardLine> lines = new ArrayList<>();
        for (Board.Row row : rows) {
            boolean apart = !lines.isEmpty() && lines.get(lines.size() - 1).row.component() != row.component();
            lines.add(of(row, axis, anyTied && level(rows.get(0), row), apart));
        }
        return lines;
    }

    /** By the range of ranks, which holds for all models at once; where there is none yet, by the intervals. */
    private static boolean level(Board.Row leader, Board.Row row) {
        if (row.rankLow() != null) {
            return leader.component() == row.component() && row.rankLow() == 1;
        }
        return leader.low() != null && row.high() != null && leader.component() == row.component()
                && row.high() >= leader.low();
    }

    private static BoardLine of(Board.Row row, RatingAxis axis, boolean tied, boolean apart) {
        boolean interval = row.low() != null && row.high() != null;
        return new BoardLine(row, facts(row), Long.toString(Math.round(row.rating())),
                interval ? Long.toString(Math.round((row.high() - row.low()) / 2)) : null, range(row), grouped(row.votes()),
                Math.round(row.bothBad() * 100) + "%", axis.place(row.rating()), interval ? axis.place(row.low()) : null,
                interval ? axis.place(row.high()) : null, interval && !axis.holds(row.low()),
                interval && !axis.holds(row.high()), tied, apart);
    }

    private static String facts(Board.Row row) {
        return Stream.of(row.organization(), row.license()).filter(fact -> fact != null && !fact.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String range(Board.Row row) {
        if (row.rankLow() == null || row.rankHigh() == null) {
            return "–";
        }
        return row.rankLow().equals(row.rankHigh()) ? row.rankLow().toString() : row.rankLow() + "–" + row.rankHigh();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
