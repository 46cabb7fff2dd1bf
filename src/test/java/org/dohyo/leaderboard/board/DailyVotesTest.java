package org.dohyo.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class DailyVotesTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-02-27");

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    @Test
    void withoutABoard_noDay() {
        assertThat(DailyVotes.added(new TreeMap<>())).isEmpty();
    }

    @Test
    void firstDay_addedAllItsVotes_andLaterDaysTheDifference() {
        assertThat(DailyVotes.added(new TreeMap<>(Map.of(day(0), 10L, day(1), 25L, day(2), 25L))))
                .containsExactly(new DailyVotes.Day(day(0), 10L), new DailyVotes.Day(day(1), 15L),
                        new DailyVotes.Day(day(2), 0L));
    }

    @Test
    void daysWithoutABoard_addedNone_alsoOverTheEndOfAMonth() {
        assertThat(DailyVotes.added(new TreeMap<>(Map.of(day(0), 10L, day(3), 12L)))).containsExactly(
                new DailyVotes.Day(LocalDate.parse("2026-02-27"), 10L),
                new DailyVotes.Day(LocalDate.parse("2026-02-28"), 0L),
                new DailyVotes.Day(LocalDate.parse("2026-03-01"), 0L),
                new DailyVotes.Day(LocalDate.parse("2026-03-02"), 2L));
    }

    @Test
    void moreVotesTakenAwayThanCast_isNegative() {
        assertThat(DailyVotes.added(new TreeMap<>(Map.of(day(0), 10L, day(1), 4L)))).last()
                .isEqualTo(new DailyVotes.Day(day(1), -6L));
    }

    /** Older boards exist: the first of 91 is only what the next one is counted from. */
    @Test
    void of91Boards_90DaysRemain() {
        TreeMap<LocalDate, Long> counted = new TreeMap<>();
        for (int number = 0; number <= 90; number++) {
            counted.put(day(number), 1_000L + number * 3);
        }
        List<DailyVotes.Day> added = DailyVotes.added(counted);
        assertThat(added).hasSize(90).first().isEqualTo(new DailyVotes.Day(day(1), 3L));
        assertThat(added).allSatisfy(one -> assertThat(one.votes()).isEqualTo(3));
    }

    @Test
    void ofMoreThan90Days_theLast90Remain() {
        List<DailyVotes.Day> added = DailyVotes.added(new TreeMap<>(Map.of(day(0), 7L, day(200), 9L)));
        assertThat(added).hasSize(90).last().isEqualTo(new DailyVotes.Day(day(200), 2L));
        assertThat(added.get(0)).isEqualTo(new DailyVotes.Day(day(111), 0L));
    }
}
