package org.dohyo.leaderboard.chart;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as pages and pictures show them. */
public final class NumberText {

    /** Of fewer votes no percentage is shown: one of one would be 100%. */
    public static final long LEAST_VOTES = 5;

    private NumberText() {
    }

    /** Rounded: {@code 1204}. */
    public static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    /** With groups of three digits: {@code 12,040}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share, 0 … 1, in whole percent: {@code 52%}. */
    public static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    /** An interval of a share in whole percent: {@code 48–56}. */
    public static String percents(double low, double high) {
        return Math.round(low * 100) + "–" + Math.round(high * 100);
    }

    /** As {@link #percent(double)} of a share among so many votes: a dash if these are too few for a percentage. */
    public static String percent(double share, long votes) {
        return votes < LEAST_VOTES ? "–" : percent(share);
    }

    /** As {@link #percents(double, double)}, empty if the votes are too few. */
    public static String percents(double low, double high, long votes) {
        return votes < LEAST_VOTES ? "" : percents(low, high);
    }

    /** An amount of money, exact, with groups of three digits: {@code 1,200} or {@code 0.075}. */
    public static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.stripTrailingZeros().scale()) + "f", amount);
    }

    /** A measured quantity with about two significant digits: {@code 120}, {@code 8.3}, {@code 0.42}. */
    public static String measured(double quantity) {
        return String.format(Locale.ROOT, quantity >= 9.95 ? "%,.0f" : quantity >= 0.995 ? "%.1f" : "%.2f", quantity);
    }

    /** A share with one decimal: {@code 51.7%}. */
    public static String finePercent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
