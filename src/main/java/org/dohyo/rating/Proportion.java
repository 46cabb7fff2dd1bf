package org.dohyo.rating;

/**
 * A share of independent events with its 95% interval by E. B. Wilson (Probable inference, the law of succession, and
 * statistical inference, 1927): it stays within [0, 1], and none of a few is not certainty. All NaN without events.
 */
public record Proportion(double share, double low, double high) {

    static Proportion of(long hits, long events) {
        double z = Fit.Z95;
        double n = events;
        double share = hits / n;
        double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        // At the ends rounding alone would leave 0 or 1.
        return new Proportion(share, hits == 0 ? 0 : middle - half, hits == events ? 1 : middle + half);
    }
}
