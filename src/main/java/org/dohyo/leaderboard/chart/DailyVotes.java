package org.dohyo.leaderboard.chart;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.page.BoardLine;

import io.agroal.api.AgroalDataSource;

/** How many votes each day added: the difference of what each day's last board had counted. */
@ApplicationScoped
public class DailyVotes {

    private static final int DAYS = 90;
    private static final double LEFT = 56;
    private static final double BAR = 9;
    private static final double HEIGHT = 220;
    private static final double BOTTOM = 32;
    private static final double TOP = 16;
    private static final String SELECT = """
            select distinct on (day) (generated_at at time zone 'UTC')::date as day, votes from snapshot
            where category = ? and method = 'bt' and weights = 'votes' and not style_control
            order by day desc, id desc limit ?""";

    private final AgroalDataSource database;

    DailyVotes(AgroalDataSource database) {
        this.database = database;
    }

    public Chart in(String category, ChartMessages words) {
        List<Map.Entry<LocalDate, Long>> days = added(counted(category));
        List<List<String>> table = days.stream().map(day -> List.of(day.getKey().toString(), Long.toString(day.getValue())))
                .toList();
        return new Chart("days", words.days(), words.daysNote(), days.isEmpty() ? null : svg(days, words),
                List.of(words.day(), words.votes()), table);
    }

    private TreeMap<LocalDate, Long> counted(String category) {
        TreeMap<LocalDate, Long> counted = new TreeMap<>();
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, category);
            select.setInt(2, DAYS + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counted.put(row.getObject(1, Date.class).toLocalDate(), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the votes of the days can't be read", e);
        }
        return counted;
    }

    /** Every day from the first to the last. Before the first board there was no vote, unless older boards were left out. */
    static List<Map.Entry<LocalDate, Long>> added(TreeMap<LocalDate, Long> counted) {
        List<Map.Entry<LocalDate, Long>> added = new ArrayList<>();
        if (counted.isEmpty()) {
            return added;
        }
        boolean cut = counted.size() > DAYS;
        long before = cut ? counted.firstEntry().getValue() : 0;
        LocalDate first = cut ? counted.firstKey().plusDays(1) : counted.firstKey();
        for (LocalDate day = first; !day.isAfter(counted.lastKey()); day = day.plusDays(1)) {
            long now = counted.getOrDefault(day, before);
            added.add(Map.entry(day, now - before));
            before = now;
        }
        return added.size() <= DAYS ? added : added.subList(added.size() - DAYS, added.size());
    }

    private static String svg(List<Map.Entry<LocalDate, Long>> days, ChartMessages words) {
        long most = Math.max(1, days.stream().mapToLong(Map.Entry::getValue).max().orElse(1));
        double width = Math.max(320, LEFT + BAR * days.size() + 60);
        Svg svg = new Svg(width, HEIGHT, words.days());
        svg.line(LEFT, TOP, width - 16, TOP, "grid", Svg.HAIRLINE, 1).text(LEFT - 8, TOP, "end", "soft", Svg.SOFT,
                BoardLine.grouped(most));
        svg.line(LEFT, HEIGHT - BOTTOM, width - 16, HEIGHT - BOTTOM, "grid", Svg.HAIRLINE, 1).text(LEFT - 8, HEIGHT - BOTTOM,
                "end", "soft", Svg.SOFT, "0");
        for (int i = 0; i < days.size(); i++) {
            // A day on which more was taken away than cast has no bar; the table has the figure.
            double height = Math.max(0, days.get(i).getValue()) / (double) most * (HEIGHT - TOP - BOTTOM);
            svg.group(words.votesOn(days.get(i).getValue(), days.get(i).getKey().toString())).rect(LEFT + BAR * i + 1,
                    HEIGHT - BOTTOM - height, BAR - 2, height, "bar", Svg.SOFT).end();
        }
        svg.text(LEFT, HEIGHT - BOTTOM / 2, "start", "soft", Svg.SOFT, days.get(0).getKey().toString());
        if (days.size() > 20) {
            svg.text(LEFT + BAR * days.size(), HEIGHT - BOTTOM / 2, "end", "soft", Svg.SOFT,
                    days.get(days.size() - 1).getKey().toString());
        }
        return svg.toString();
    }
}
