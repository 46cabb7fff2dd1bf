package org.dohyo.leaderboard.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The length of time that one bar covers, the shortest first. */
enum Period {
    DAY(ChronoUnit.DAYS, day -> day, 10, words -> ""),
    /** Begins on a Monday, which is its name. */
    WEEK(ChronoUnit.WEEKS, day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 10,
            ChartMessages::weekNote),
    MONTH(ChronoUnit.MONTHS, day -> day.withDayOfMonth(1), 7, ChartMessages::monthNote),
    YEAR(ChronoUnit.YEARS, day -> day.withDayOfYear(1), 4, ChartMessages::yearNote);

    static final int MOST_BARS = 92;

    private final ChronoUnit unit;
    private final UnaryOperator<LocalDate> start;
    private final int nameLength;
    private final Function<ChartMessages, String> note;

    Period(ChronoUnit unit, UnaryOperator<LocalDate> start, int nameLength, Function<ChartMessages, String> note) {
        this.unit = unit;
        this.start = start;
        this.nameLength = nameLength;
        this.note = note;
    }

    /** The shortest that needs few enough bars for that time; years if none does. */
    static Period of(LocalDate first, LocalDate last) {
        return Stream.of(values()).filter(one -> one.unit.between(one.start(first), one.start(last)) < MOST_BARS)
                .findFirst().orElse(YEAR);
    }

    LocalDate start(LocalDate day) {
        return start.apply(day);
    }

    LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }

    /** Such as {@code 2026-11-27}, {@code 2026-11} or {@code 2026}. */
    String name(LocalDate start) {
        return start.toString().substring(0, nameLength);
    }

    /** Says that a bar isn't a day; empty for days. */
    String note(ChartMessages words) {
        return note.apply(words);
    }
}
