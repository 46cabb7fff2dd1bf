package org.dohyo.leaderboard.value;

import java.util.ArrayList;
import java.util.List;

import org.dohyo.leaderboard.board.BoardRows;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.ScatterChart;
import org.dohyo.web.Texts;

/** Draws a board's ratings over each {@link Quantity}. */
record ValueCharts(ValueBoard board, ValueMessages words) {

    static ValueCharts of(ValueBoard board, String locale) {
        return new ValueCharts(board, Texts.of(ValueMessages.class, locale));
    }

    Chart draw(Quantity quantity) {
        List<ValueRow> rows = board.models().stream().filter(row -> row.placed() && quantity.of(row) != null).toList();
        List<ScatterChart.Point> points = rows.stream().map(row -> point(row, quantity)).toList();
        String title = title(quantity);
        boolean less = quantity.lessIsBetter();
        return new Chart(quantity.label(), title, note(quantity) + " " + words.settledOnly(BoardRows.SETTLED_VOTES),
                points.isEmpty() ? null : ScatterChart.draw(title, axis(quantity), points, less),
                points.isEmpty() ? null
                        : new Chart.Narrow(ScatterChart.narrow(title, axis(quantity), points, less), ""),
                List.of("#", words.model(), axis(quantity), words.rating(), words.low(), words.high(),
                        words.frontier()),
                rows.stream().map(row -> cells(row, quantity)).toList());
    }

    private ScatterChart.Point point(ValueRow row, Quantity quantity) {
        String figures = row.name() + ": " + NumberText.whole(row.rating())
                + (row.low() == null ? ""
                        : " (" + NumberText.whole(row.low()) + "–" + NumberText.whole(row.high()) + ")")
                + ", " + text(row, quantity);
        return new ScatterChart.Point(row.number(), row.name(), quantity.of(row), row.rating(), row.low(), row.high(),
                row.on(quantity), figures);
    }

    private List<String> cells(ValueRow row, Quantity quantity) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(row.number()), row.name(), text(row, quantity),
                NumberText.whole(row.rating())));
        cells.add(row.low() == null ? "" : NumberText.whole(row.low()));
        cells.add(row.high() == null ? "" : NumberText.whole(row.high()));
        cells.add(row.on(quantity) ? words.yes() : "");
        return cells;
    }

    private static String text(ValueRow row, Quantity quantity) {
        return quantity == Quantity.PRICE ? NumberText.amount(row.price().blended())
                : NumberText.measured(quantity.of(row));
    }

    private String title(Quantity quantity) {
        return switch (quantity) {
            case PRICE -> words.price();
            case SPEED -> words.speed();
            case WAIT -> words.waiting();
        };
    }

    private String axis(Quantity quantity) {
        return switch (quantity) {
            case PRICE -> words.priceAxis(board.currency() == null ? "" : board.currency());
            case SPEED -> words.speedAxis();
            case WAIT -> words.waitAxis();
        };
    }

    private String note(Quantity quantity) {
        return switch (quantity) {
            case PRICE -> words.priceNote();
            case SPEED -> words.speedNote();
            case WAIT -> words.waitNote();
        };
    }
}
