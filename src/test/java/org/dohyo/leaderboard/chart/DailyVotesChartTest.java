package org.dohyo.leaderboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.DailyVotes;
import org.junit.jupiter.api.Test;

class DailyVotesChartTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    /** Each message's name and values. */
    private static final ChartMessages WORDS = (ChartMessages) Proxy.newProxyInstance(
            ChartMessages.class.getClassLoader(), new Class<?>[] { ChartMessages.class },
            (proxy, message, values) -> message.getName() + (values == null ? "" : Arrays.toString(values)));

    private static Chart chart(String... days) {
        return DailyVotesChart.draw(
                Stream.of(days).map(day -> new DailyVotes.Day(LocalDate.parse(day), 2)).toList(), TODAY, WORDS);
    }

    private static int bars(String svg) {
        return svg.split("class=\"bar\"", -1).length - 1;
    }

    @Test
    void timesInTheFuture_leaveTheOthersTheirRoom_andAreInTheTable() {
        Chart chart = chart("2026-11-01", "2026-11-30", "2026-12-01", "9999-12-31");
        assertThat(bars(chart.svg())).isEqualTo(30);
        assertThat(chart.note()).isEqualTo("daysNote daysLeft[4]");
        assertThat(chart.rows()).extracting(row -> row.get(0))
                .containsExactly("2026-11-01", "2026-11-30", "2026-12-01", "9999-12-31");
    }

    @Test
    void thereAreNeverMoreBarsThanAPictureHolds() {
        Chart chart = chart("0001-01-01", "1935-11-29", "1935-11-30", "2026-11-30");
        assertThat(bars(chart.svg())).isEqualTo(Period.MOST_BARS);
        assertThat(chart.note()).isEqualTo("daysNote daysLeft[4] yearNote");
    }

    @Test
    void ordinaryTimes_areAllDrawn() {
        assertThat(chart("1970-01-01", "2026-11-30").note()).isEqualTo("daysNote yearNote");
        assertThat(chart("2026-11-30").note()).isEqualTo("daysNote");
    }

    @Test
    void onlyTimesInTheFuture_makeNoPicture() {
        Chart chart = chart("2027-01-01");
        assertThat(List.of(chart.empty(), chart.note())).isEqualTo(List.of(true, "daysNote daysLeft[2]"));
    }
}
