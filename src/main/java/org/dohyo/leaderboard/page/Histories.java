package org.dohyo.leaderboard.page;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardHistories;
import org.dohyo.leaderboard.board.BoardHistory;
import org.dohyo.leaderboard.board.BoardHistory.Resolution;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.ChartMessages;
import org.dohyo.leaderboard.chart.LineChart;
import org.dohyo.leaderboard.chart.Svg;
import org.dohyo.web.Texts;

/** Draws the history of ratings: by days or, while there are few days, by hours or minutes. */
@ApplicationScoped
class Histories {

    private static final int FEW = 3;

    private final BoardHistories histories;

    Histories(BoardHistories histories) {
        this.histories = histories;
    }

    /** @param rows the models, in the order of the names; models beyond {@link LineChart#most} are left out */
    Chart of(BoardKey key, List<Board.Row> rows, String locale) {
        ChartMessages words = Texts.of(ChartMessages.class, locale);
        List<Board.Row> shown = rows.subList(0, Math.min(rows.size(), LineChart.most()));
        List<BoardHistory.Series> all = read(key);
        List<BoardHistory.Series> series = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Board.Row row : shown) {
            all.stream().filter(one -> one.slug().equals(row.slug())).findFirst().ifPresent(one -> {
                series.add(one);
                names.add(row.name());
            });
        }
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            for (BoardHistory.Point point : series.get(i).points()) {
                table.add(List.of(BoardPage.utc(point.at()), names.get(i),
                        point.rank() == null ? "" : point.rank().toString(),
                        text(point.rating()),
                        text(point.low()), text(point.high())));
            }
        }
        return new Chart("history", words.history(), rows.size() > shown.size() ? words.firstModels(shown.size()) : "",
                series.isEmpty() ? null : LineChart.draw(words.history(), series, names),
                series.isEmpty() ? null : new Chart.Narrow(LineChart.narrow(words.history(), series, names), ""),
                List.of(words.time(), words.model(), words.rank(), words.rating(), words.low(), words.high()), table);
    }

    private static String text(Float value) {
        return value == null ? "" : Svg.number(value);
    }

    private List<BoardHistory.Series> read(BoardKey key) {
        List<BoardHistory.Series> series = List.of();
        for (Resolution resolution : List.of(Resolution.DAY, Resolution.HOUR, Resolution.MINUTE)) {
            series = histories.of(key, resolution, null).models();
            if (series.stream().anyMatch(one -> one.points().size() >= FEW)) {
                break;
            }
        }
        return series;
    }
}
