package org.dohyo.benchmark.page;

import java.util.Locale;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultInterval;

/** Formats scores for pages. */
final class ScoreFormat {

    private ScoreFormat() {
    }

    /** A fraction in percent with one digit, anything else with two; large ones whole. */
    static String text(double value, Metric metric) {
        if (metric.isFraction()) {
            return String.format(Locale.ROOT, "%.1f%%", value * 100);
        }
        return String.format(Locale.ROOT,
                Math.abs(value) >= 1_000 ? "%,.0f" : metric.unit().equals("percent") ? "%.1f%%" : "%.2f",
                value);
    }

    /**
     * Formats the text beside a value: its interval, and the version of the questions if they are this arena's own;
     * null if there is neither.
     */
    static String beside(Double low, Double high, Metric metric, String ownQuestions) {
        // The unit is shown only once for both ends.
        String between = low == null || high == null ? null
                : text(low, metric).replace("%", "") + "–" + text(high, metric);
        return ownQuestions == null ? between : between == null ? ownQuestions : between + " · " + ownQuestions;
    }

    static String beside(Result result, ResultInterval interval, Metric metric) {
        return interval == null ? result.ownQuestions()
                : beside(interval.low(), interval.high(), metric, result.ownQuestions());
    }

    static String share(Double share) {
        return share == null ? null : String.format(Locale.ROOT, "%.3f", share);
    }

    /** With its sign, and a minus that is as wide as the plus. */
    static String signed(Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }
}
