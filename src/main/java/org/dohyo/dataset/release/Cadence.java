package org.dohyo.dataset.release;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** How often a draft is made. Periods begin at midnight in UTC: on Mondays, on the first of a month or of a quarter. */
enum Cadence {

    /** Never. */
    OFF {
        @Override
        LocalDate begin(LocalDate day) {
            throw new IllegalStateException("no period");
        }

        @Override
        LocalDate following(LocalDate begin) {
            throw new IllegalStateException("no period");
        }
    },
    WEEKLY {
        @Override
        LocalDate begin(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate following(LocalDate begin) {
            return begin.plusWeeks(1);
        }
    },
    MONTHLY {
        @Override
        LocalDate begin(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate following(LocalDate begin) {
            return begin.plusMonths(1);
        }
    },
    QUARTERLY {
        @Override
        LocalDate begin(LocalDate day) {
            return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        }

        @Override
        LocalDate following(LocalDate begin) {
            return begin.plusMonths(3);
        }
    };

    /** The first day of the period of a day. */
    abstract LocalDate begin(LocalDate day);

    /** The first day of the next period. */
    abstract LocalDate following(LocalDate begin);

    /** The begin of the period of that time. */
    Instant begin(Instant time) {
        return begin(day(time)).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The begin of the next period; null if there is none. */
    Instant next(Instant time) {
        return this == OFF ? null : following(begin(day(time))).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
