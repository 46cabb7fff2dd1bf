package org.dohyo.leaderboard.chart;

import java.util.List;

import org.dohyo.leaderboard.board.DailyVotes;

/** Draws the number of votes that each day added, as bars. */
public final class DailyVotesChart {

    private static final double LEFT = 56;
    private static final double BAR = 9;
    private static final double HEIGHT = 220;
    private static final double BOTTOM = 32;
    private static final double TOP = 16;
    private static final double LEAST_WIDTH = 320;
    /** With fewer bars the two dates would overlap. */
    private static final int DAYS_FOR_TWO_DATES = 20;

    private DailyVotesChart() {
    }

    /** @param days without gaps, by rising date */
    public static Chart draw(List<DailyVotes.Day> days, ChartMessages words) {
        List<List<String>> table = days.stream().map(day -> List.of(day.date().toString(), Long.toString(day.votes())))
                .toList();
        return new Chart("days", words.days(), words.daysNote(), days.isEmpty() ? null : svg(days, words),
                List.of(words.day(), words.votes()), table);
    }

    private static String svg(List<DailyVotes.Day> days, ChartMessages words) {
        long most = Math.max(1, days.stream().mapToLong(DailyVotes.Day::votes).max().orElse(1));
        double width = Math.max(LEAST_WIDTH, LEFT + BAR * days.size() + 60);
        Svg svg = new Svg(width, HEIGHT, words.days());
        svg.line(LEFT, TOP, width - 16, TOP, "grid", Svg.HAIRLINE, 1).text(LEFT - 8, TOP, "end", "soft", Svg.SOFT,
                NumberText.grouped(most));
        svg.line(LEFT, HEIGHT - BOTTOM, width - 16, HEIGHT - BOTTOM, "grid", Svg.HAIRLINE, 1).text(LEFT - 8,
                HEIGHT - BOTTOM,
                "end", "soft", Svg.SOFT, "0");
        for (int i = 0; i < days.size(); i++) {
            DailyVotes.Day day = days.get(i);
            // A day with more votes withdrawn than cast has no bar; the table has the figure.
            double height = Math.max(0, day.votes()) / (double) most * (HEIGHT - TOP - BOTTOM);
            svg.group(words.votesOn(day.votes(), day.date().toString()))
                    .rect(LEFT + BAR * i + 1, HEIGHT - BOTTOM - height,
                            BAR - 2, height, "bar", Svg.SOFT)
                    .end();
        }
        svg.text(LEFT, HEIGHT - BOTTOM / 2, "start", "soft", Svg.SOFT, days.get(0).date().toString());
        if (days.size() > DAYS_FOR_TWO_DATES) {
            svg.text(LEFT + BAR * days.size(), HEIGHT - BOTTOM / 2, "end", "soft", Svg.SOFT,
                    days.get(days.size() - 1).date().toString());
        }
        return svg.toString();
    }
}
