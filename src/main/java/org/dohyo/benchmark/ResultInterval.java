package org.dohyo.benchmark;

import org.dohyo.rating.Confidence;
import org.dohyo.rating.Proportion;

/**
 * The 95% interval of a result. Of a fraction with its number of questions it is Wilson's: made for shares of right
 * answers, it is too wide for other fractions and never too narrow, since no figure between 0 and 1 varies more than
 * one that is 0 or 1. Of anything else with a standard error it is the value ± 1.96 of these, within the metric's
 * range.
 */
public record ResultInterval(double low, double high) {

    /** Null if the result has neither a standard error nor, as a fraction, a number of questions. */
    public static ResultInterval of(Result result, Metric metric) {
        double value = result.value();
        if (metric.isFraction() && result.n() != null && value >= 0 && value <= 1) {
            Proportion share = Proportion.of(value * result.n(), result.n());
            return new ResultInterval(share.low(), share.high());
        }
        if (result.standardError() == null) {
            return null;
        }
        double half = Confidence.Z * result.standardError();
        return new ResultInterval(metric.low() == null ? value - half : Math.max(metric.low(), value - half),
                metric.high() == null ? value + half : Math.min(metric.high(), value + half));
    }
}
