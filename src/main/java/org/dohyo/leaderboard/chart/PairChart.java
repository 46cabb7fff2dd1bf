package org.dohyo.leaderboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.PairResult;

/**
 * Draws the number of meetings and the win rates for every pair of some models.
 *
 * @param met by {@link #key}
 */
public record PairChart(List<Board.Row> models, Map<String, PairResult> met, ChartMessages words) {

    /** More columns wouldn't fit on a phone. */
    private static final int MOST_NARROW = 10;

    /** A key for two models in either order. */
    public static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    public Chart wins(String note) {
        return new Chart("wins", words.wins(), note, draw(words.wins(), this::winsOf),
                narrow(words.wins(), this::winsOf),
                List.of(words.model(), words.opponent(), words.votes(), words.percent(), words.low(), words.high()),
                table((pair, cells) -> {
                    cells.add(Long.toString(pair.votes()));
                    for (double share : new double[] { pair.winRate(), pair.low(), pair.high() }) {
                        cells.add(pair.votes() < NumberText.LEAST_VOTES ? "" : Svg.number(share * 100));
                    }
                }));
    }

    public Chart battles(String note) {
        long most = models.stream().flatMap(one -> models.stream().map(other -> pair(one, other)))
                .filter(pair -> pair != null)
                .mapToLong(PairResult::votes).max().orElse(1);
        Painter painter = (one, other, pair) -> new HeatMap.Cell(Long.toString(pair.votes()),
                words.metOf(one.name(), other.name(), pair.votes()),
                HeatMap.sequential(Math.log1p(pair.votes()) / Math.log1p(most)));
        return new Chart("battles", words.battles(), note, draw(words.battles(), painter),
                narrow(words.battles(), painter),
                List.of(words.model(), words.opponent(), words.votes()),
                table((pair, cells) -> cells.add(Long.toString(pair.votes()))));
    }

    private HeatMap.Cell winsOf(Board.Row one, Board.Row other, PairResult pair) {
        if (pair.votes() < NumberText.LEAST_VOTES) {
            return new HeatMap.Cell("–", words.metOf(one.name(), other.name(), pair.votes()), HeatMap.diverging(0.5));
        }
        long percent = Math.round(pair.winRate() * 100);
        return new HeatMap.Cell(Long.toString(percent), words.winsOf(one.name(), other.name(), percent, pair.votes(),
                NumberText.percents(pair.low(), pair.high())), HeatMap.diverging(pair.winRate()));
    }

    private interface Painter {
        HeatMap.Cell paint(Board.Row one, Board.Row other, PairResult pair);
    }

    private String draw(String title, Painter painter) {
        List<String> names = models.stream().map(Board.Row::name).toList();
        return nothing() ? null : HeatMap.draw(title, names, names, cells(painter));
    }

    /** The columns have the numbers of the rows as their names. */
    private Chart.Narrow narrow(String title, Painter painter) {
        if (nothing()) {
            return null;
        }
        int most = Math.min(MOST_NARROW, models.size());
        List<String> numbers = IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
        List<String> names = IntStream.range(0, most).mapToObj(i -> numbers.get(i) + " " + models.get(i).name())
                .toList();
        return new Chart.Narrow(HeatMap.narrow(title, names, numbers, cells(painter)),
                most < models.size() ? words.narrowModels(most) : "");
    }

    private boolean nothing() {
        return met.isEmpty() || models.size() < 2;
    }

    private HeatMap.Cells cells(Painter painter) {
        return (i, j) -> {
            PairResult pair = pair(models.get(i), models.get(j));
            return pair == null ? HeatMap.Cell.EMPTY : painter.paint(models.get(i), models.get(j), pair);
        };
    }

    private PairResult pair(Board.Row one, Board.Row other) {
        PairResult pair = one == other ? null : met.get(key(one.slug(), other.slug()));
        return pair == null ? null : pair.seenFrom(one.slug());
    }

    private interface Cells {
        void add(PairResult pair, List<String> cells);
    }

    private List<List<String>> table(Cells figures) {
        List<List<String>> table = new ArrayList<>();
        for (Board.Row one : models) {
            for (Board.Row other : models) {
                PairResult pair = pair(one, other);
                if (pair != null) {
                    List<String> cells = new ArrayList<>(List.of(one.name(), other.name()));
                    figures.add(pair, cells);
                    table.add(cells);
                }
            }
        }
        return table;
    }
}
