package org.dohyo.leaderboard.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.api.HistoryResource;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.ChartMessages;
import org.dohyo.leaderboard.chart.LineChart;
import org.dohyo.leaderboard.chart.Svg;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** How ratings have moved, as a picture: by days, and where there are few days, by hours or minutes. */
@ApplicationScoped
class Histories {

    private static final int FEW = 3;

    private final AgroalDataSource database;

    Histories(AgroalDataSource database) {
        this.database = database;
    }

    /** @param rows the models, in the order of the names; those beyond the kinds of lines are left out */
    Chart of(BoardKey key, List<Board.Row> rows, String locale) {
        ChartMessages words = MessageBundles.get(ChartMessages.class, Localized.Literal.of(locale));
        List<Board.Row> shown = rows.subList(0, Math.min(rows.size(), LineChart.most()));
        List<HistoryResource.Series> all = read(key);
        List<HistoryResource.Series> series = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Board.Row row : shown) {
            all.stream().filter(one -> one.slug().equals(row.slug())).findFirst().ifPresent(one -> {
                series.add(one);
                names.add(row.name());
            });
        }
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            for (HistoryResource.Point point : series.get(i).points()) {
                table.add(List.of(BoardPage.utc(point.at()), names.get(i), Integer.toString(point.rank()), text(point.rating()),
                        text(point.low()), text(point.high())));
            }
        }
        return new Chart("history", words.history(), rows.size() > shown.size() ? words.firstModels(shown.size()) : "",
                series.isEmpty() ? null : LineChart.draw(words.history(), series, names),
                List.of(words.time(), words.model(), words.rank(), words.rating(), words.low(), words.high()), table);
    }

    private static String text(Float value) {
        return Objects.isNull(value) ? "" : Svg.number(value);
    }

    private List<HistoryResource.Series> read(BoardKey key) {
        try (Connection connection = database.getConnection()) {
            List<HistoryResource.Series> read = List.of();
            for (String resolution : List.of("day", "hour", "minute")) {
                read = HistoryResource.read(connection, key, resolution, null).models();
                if (read.stream().anyMatch(series -> series.points().size() >= FEW)) {
                    break;
                }
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("the history can't be read", e);
        }
    }
}
