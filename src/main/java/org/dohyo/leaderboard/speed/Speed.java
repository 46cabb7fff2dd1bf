package org.dohyo.leaderboard.speed;

import java.util.Optional;

import org.dohyo.rating.Confidence;

/**
 * How fast a model's present revision answers.
 *
 * @param firstText in seconds; null if too few answers were measured
 * @param tokensPerSecond null if too few answers were measured, or if the endpoint counts no tokens
 */
public record Speed(Figure firstText, Figure tokensPerSecond) {

    /** The median of fewer answers says more about the moment than about the model. */
    public static final int LEAST_ANSWERS = 30;
    /** The last days that are looked at. */
    public static final int DAYS = 30;

    public static final Speed UNKNOWN = new Speed(null, null);

    /**
     * A measure over the answers of the last {@value #DAYS} days.
     *
     * @param low lower end of the median's 95% interval, by the order statistics n/2 ± 0.98·√n
     * @param nineOfTen nine of ten answers were at least as fast
     */
    public record Figure(double median, double low, double high, double nineOfTen, long answers) {

        /** @param unit the number of a bucket's units in one of the figure's */
        static Optional<Figure> of(Buckets buckets, SpeedMeasure measure, double unit) {
            long answers = buckets.total();
            if (answers < LEAST_ANSWERS) {
                return Optional.empty();
            }
            double half = Confidence.Z / (2 * Math.sqrt(answers));
            return Optional.of(new Figure(buckets.quantile(0.5) / unit, buckets.quantile(0.5 - half) / unit,
                    buckets.quantile(0.5 + half) / unit, buckets.quantile(measure.slowTail()) / unit, answers));
        }
    }
}
