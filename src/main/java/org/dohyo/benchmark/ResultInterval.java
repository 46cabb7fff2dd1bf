package org.dohyo.benchmark;

import org.dohyo.rating.Confidence;
import org.dohyo.rating.Proportion;

/**
 * The 95% interval of a result. For a fraction with a known number of questions it is Wilson's, which is made for
 * shares of correct answers; for other fractions it is too wide and never too narrow, because no figure between 0 and 1
 * varies more than one that is either 0 or 1. For any other value with a standard error it is the value ± 1.96 standard
 * errors, clipped to the metric's range.
 */
public record ResultInterval(double low, double high) {

    /**
     * Null if the result has no standard error and isn't a fraction with a number of questions. An error of 0 counts as
     * none: it says that all questions gave the same, and nothing about what further ones would give.
     */
    public static ResultInterval of(Result result, Metric metric) {
        double value = result.value();
        if (metric.isFraction() && result.n() != null && value >= 0 && value <= 1) {
            Proportion share = Proportion.of(value * result.n(), result.n());
            return new ResultInterval(share.low(), share.high());
        }
        if (result.standardError() == null || result.standardError() == 0) {
            return null;
        }
        double half = Confidence.Z * result.standardError();
        return new ResultInterval(metric.low() == null ? value - half : Math.max(metric.low(), value - half),
                metric.high() == null ? value + half : Math.min(metric.high(), value + half));
    }
}
