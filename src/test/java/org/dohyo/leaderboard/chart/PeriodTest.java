package org.dohyo.leaderboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({ "2026-11-27, 2026-11-27, DAY", "2026-08-28, 2026-11-27, DAY", "2026-08-27, 2026-11-27, WEEK",
            "2025-03-03, 2026-11-27, WEEK", "2025-02-16, 2026-11-27, MONTH", "2019-04-30, 2026-11-27, MONTH",
            "2019-03-31, 2026-11-27, YEAR", "1900-01-01, 2026-11-27, YEAR" })
    void barsAreAsShortAsTheirNumberAllows(LocalDate first, LocalDate last, Period period) {
        assertThat(Period.of(first, last)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({ "DAY, 2026-03-01, 2026-03-01, 2026-03-02, 2026-03-01",
            "WEEK, 2026-03-01, 2026-02-23, 2026-03-02, 2026-02-23",
            "WEEK, 2026-03-02, 2026-03-02, 2026-03-09, 2026-03-02",
            "MONTH, 2025-12-31, 2025-12-01, 2026-01-01, 2025-12",
            "YEAR, 2024-02-29, 2024-01-01, 2025-01-01, 2024" })
    void periodsBegin_follow_andAreNamed(Period period, LocalDate day, LocalDate start, LocalDate next, String name) {
        assertThat(period.start(day)).isEqualTo(start);
        assertThat(period.next(start)).isEqualTo(next);
        assertThat(period.name(start)).isEqualTo(name);
    }
}
