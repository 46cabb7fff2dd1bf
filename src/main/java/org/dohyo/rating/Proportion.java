package org.dohyo.rating;

/**
 * A share of independent events with its 95% interval by E. B. Wilson (Probable inference, the law of succession, and
 * statistical inference, 1927): it stays within [0, 1], and none of a few is not certainty. Without events
 * the share is NaN and anything is possible.
 */
public record Proportion(double share, double low, double high) {

    static Proportion of(long hits, long events) {
        if (events == 0) {
            return new Proportion(Double.NaN, 0, 1);
        }
        double share = (double) hits / events;
        double added = Fit.Z95 * Fit.Z95 / events;
        double middle = (share + added / 2) / (1 + added);
        double half = Math.sqrt(added * share * (1 - share) + added * added / 4) / (1 + added);
        return new Proportion(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
