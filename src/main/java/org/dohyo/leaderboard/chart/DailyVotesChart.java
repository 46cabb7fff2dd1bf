package org.dohyo.leaderboard.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.dohyo.leaderboard.board.DailyVotes;

/** Draws the number of votes of each day as bars; over a long time each bar is a week, a month or a year. */
public final class DailyVotesChart {

    private static final double LEFT = 56;
    private static final double BAR = 9;
    private static final double HEIGHT = 220;
    private static final double BOTTOM = 32;
    private static final double TOP = 16;
    private static final double LEAST_WIDTH = 320;
    /** Two dates need as much room below the bars. */
    private static final double ROOM_FOR_TWO_DATES = 180;
    /** As bars of years no more than {@link Period} allows, since there is no longer one. */
    private static final int MOST_YEARS = Period.MOST_BARS - 1;

    private DailyVotesChart() {
    }

    /**
     * Draws the days up to today. Imported files may have wrong times, up to the year 9999: a single one would leave no
     * room for the others, so such days are left to the table.
     *
     * @param days by rising date; days without votes may be missing
     * @param today in UTC
     */
    public static Chart draw(List<DailyVotes.Day> days, LocalDate today, ChartMessages words) {
        List<List<String>> table = days.stream().map(day -> List.of(day.date().toString(), Long.toString(day.votes())))
                .toList();
        List<String> heads = List.of(words.day(), words.votes());
        List<DailyVotes.Day> drawn = drawn(days, today);
        String note = (words.daysNote() + " " + left(days, drawn, words)).strip();
        if (drawn.isEmpty()) {
            return new Chart("days", words.days(), note, null, null, heads, table);
        }
        Period period = Period.of(drawn.get(0).date(), drawn.get(drawn.size() - 1).date());
        List<Bar> bars = bars(period, drawn);
        return new Chart("days", words.days(), (note + " " + period.note(words)).strip(),
                svg(bars, Math.max(LEAST_WIDTH, LEFT + BAR * bars.size() + 60), BAR, words),
                new Chart.Narrow(svg(bars, Chart.NARROW, Math.min(BAR, (Chart.NARROW - LEFT - 4) / bars.size()), words),
                        ""),
                heads, table);
    }

    private static List<DailyVotes.Day> drawn(List<DailyVotes.Day> days, LocalDate today) {
        LocalDate first = today.minusYears(MOST_YEARS);
        return days.stream().filter(day -> !day.date().isBefore(first) && !day.date().isAfter(today)).toList();
    }

    /** Says how many votes aren't drawn; empty if all are. */
    private static String left(List<DailyVotes.Day> days, List<DailyVotes.Day> drawn, ChartMessages words) {
        long left = votes(days) - votes(drawn);
        return left == 0 ? "" : words.daysLeft(left);
    }

    private static long votes(List<DailyVotes.Day> days) {
        return days.stream().mapToLong(DailyVotes.Day::votes).sum();
    }

    private record Bar(String name, long votes) {
    }

    /** A bar for each period between the first and the last, also for those without votes. */
    private static List<Bar> bars(Period period, List<DailyVotes.Day> days) {
        NavigableMap<LocalDate, Long> votes = new TreeMap<>();
        days.forEach(day -> votes.merge(period.start(day.date()), day.votes(), Long::sum));
        List<Bar> bars = new ArrayList<>();
        for (LocalDate start = votes.firstKey(); !start.isAfter(votes.lastKey()); start = period.next(start)) {
            bars.add(new Bar(period.name(start), votes.getOrDefault(start, 0L)));
        }
        return bars;
    }

    private static String svg(List<Bar> bars, double width, double step, ChartMessages words) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::votes).max().orElse(1));
        Svg svg = new Svg(width, HEIGHT, words.days());
        line(svg, TOP, width, NumberText.grouped(most));
        line(svg, HEIGHT - BOTTOM, width, "0");
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double height = bar.votes() / (double) most * (HEIGHT - TOP - BOTTOM);
            svg.group(words.votesOn(bar.votes(), bar.name()))
                    .rect(LEFT + step * i + step / 9, HEIGHT - BOTTOM - height, step * 7 / 9, height, "bar", Svg.SOFT)
                    .end();
        }
        svg.text(LEFT, HEIGHT - BOTTOM / 2, "start", "soft", Svg.SOFT, bars.get(0).name());
        if (step * bars.size() >= ROOM_FOR_TWO_DATES) {
            svg.text(LEFT + step * bars.size(), HEIGHT - BOTTOM / 2, "end", "soft", Svg.SOFT,
                    bars.get(bars.size() - 1).name());
        }
        return svg.toString();
    }

    private static void line(Svg svg, double y, double width, String label) {
        svg.line(LEFT, y, width - 4, y, "grid", Svg.HAIRLINE, 1).text(LEFT - 8, y, "end", "soft", Svg.SOFT, label);
    }
}
