package org.dohyo.leaderboard.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.leaderboard.chart.RatingAxis;

/**
 * The rows of a view, in its order: first the models that have a rank, the preliminary ones last, then the others in
 * groups that votes connect, by votes.
 *
 * @param contenders the models that may have the first rank, the one with the highest rating first, whether a filter
 *        hides them or not; empty for a board without rows
 */
public record BoardTable(List<BoardLine> lines, RatingAxis axis, long hiddenRetired, List<Board.Row> contenders) {

    private static final Comparator<Board.Row> PLACE = SortKey.RANK.order()
            .thenComparing(SortKey.RATING.order());

    /** A column that is shown, with its figures by slug. */
    public record Shown(String key, String title, String note, Map<String, ModelColumn.Figure> figures) {
    }

    /**
     * @param plain the board without style control, to compare ranks with; null without a comparison
     */
    static BoardTable of(Board board, BoardView view, Board plain, List<Shown> columns) {
        List<Board.Row> all = grouped(board.models());
        List<Board.Row> shown = all.stream().filter(view::shows).toList();
        RatingAxis axis = RatingAxis.of(shown);
        Map<String, Integer> plainRanks = plain == null ? Map.of()
                : plain.models().stream().filter(row -> row.rank() != null)
                        .collect(Collectors.toMap(Board.Row::slug, Board.Row::rank));
        List<Board.Row> contenders = contenders(all);
        List<BoardLine> lines = new ArrayList<>();
        Board.Row above = null;
        for (Board.Row row : sorted(shown, all, view, columns)) {
            Integer rank = plainRanks.get(row.slug());
            lines.add(BoardLine.of(row, axis, contenders.size() > 1 && contenders.contains(row), head(above, row),
                    rank == null || row.rank() == null ? null : rank - row.rank(), extras(columns, row)));
            above = row;
        }
        return new BoardTable(lines, axis, all.stream().filter(row -> row.retired() && view.matches(row)).count()
                - shown.stream().filter(Board.Row::retired).count(), contenders);
    }

    /**
     * True if the sentence on who leads names the leader; false while every model is preliminary, and for a board
     * without rows.
     */
    boolean led() {
        return !contenders.isEmpty() && !contenders.get(0).preliminary();
    }

    /** True if a model with too few votes to be named as the leader has a higher rating than the leader. */
    boolean surpassed() {
        return led() && contenders.stream()
                .anyMatch(row -> row.preliminary() && row.rating() > contenders.get(0).rating());
    }

    private static List<Board.Row> contenders(List<Board.Row> rows) {
        return rows.stream().filter(row -> row == rows.get(0) || level(rows.get(0), row)).toList();
    }

    /** By the ranges of ranks, which are valid for all models at once; before there are any, by the intervals. */
    private static boolean level(Board.Row leader, Board.Row row) {
        if (row.rankLow() != null) {
            return leader.component() == row.component() && row.rankLow() == 1;
        }
        return leader.low() != null && row.high() != null && leader.component() == row.component()
                && row.high() >= leader.low();
    }

    private static BoardLine.Head head(Board.Row above, Board.Row row) {
        if (row.rank() == null) {
            return above == null || above.component() != row.component() ? BoardLine.Head.APART : BoardLine.Head.NONE;
        }
        if (row.preliminary()) {
            return above == null || !above.preliminary() ? BoardLine.Head.PRELIMINARY : BoardLine.Head.NONE;
        }
        return BoardLine.Head.NONE;
    }

    private static List<BoardLine.Extra> extras(List<Shown> columns, Board.Row row) {
        return columns.stream().map(column -> {
            ModelColumn.Figure figure = column.figures().get(row.slug());
            return figure == null ? new BoardLine.Extra(column.title(), null, null)
                    : new BoardLine.Extra(column.title(), figure.text(), figure.uncertainty());
        }).toList();
    }

    private static List<Board.Row> sorted(List<Board.Row> rows, List<Board.Row> all, BoardView view,
            List<Shown> columns) {
        Comparator<Board.Row> order = SortKey.ofLabel(view.sort()).map(SortKey::order)
                .orElseGet(() -> by(columns, view.sort()));
        return rows.stream().sorted(groups(all).thenComparing(view.reversed() ? order.reversed() : order)
                .thenComparing(PLACE)).toList();
    }

    /** The greatest figure first; rows without one last. */
    private static Comparator<Board.Row> by(List<Shown> columns, String key) {
        Map<String, ModelColumn.Figure> figures = columns.stream().filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow().figures();
        return Comparator.comparingDouble(row -> {
            ModelColumn.Figure figure = figures.get(row.slug());
            return figure == null ? Double.POSITIVE_INFINITY : -figure.value();
        });
    }

    private static List<Board.Row> grouped(List<Board.Row> rows) {
        return rows.stream().sorted(groups(rows).thenComparing(PLACE)).toList();
    }

    private static Comparator<Board.Row> groups(List<Board.Row> all) {
        Map<Integer, Long> votes = all.stream()
                .collect(Collectors.groupingBy(Board.Row::component, Collectors.summingLong(Board.Row::votes)));
        return Comparator.comparing((Board.Row row) -> row.rank() == null)
                .thenComparing(row -> row.rank() != null && row.preliminary())
                .thenComparing(row -> votes.get(row.component()), Comparator.reverseOrder())
                .thenComparing(Board.Row::component);
    }
}
