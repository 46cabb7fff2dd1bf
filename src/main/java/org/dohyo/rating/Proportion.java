package org.dohyo.rating;

/**
 * A share of independent events with its 95% interval by E. B. Wilson (Probable inference, the law of succession, and
 * statistical inference, 1927): it stays within [0, 1], and none of a few is not certainty. Without events
 * the share is NaN and anything is possible.
 */
public record Proportion(double share, double low, double high) {

    /**
     * @param hits 0 … events; a half (a tie) makes the interval no narrower than it should be
     * @throws IllegalArgumentException if there are more hits than events, or fewer than none
     */
    public static Proportion of(double hits, long events) {
        if (!(hits >= 0 && hits <= events)) {
            throw new IllegalArgumentException(hits + " hits of " + events + " events");
        }
        if (events == 0) {
            return new Proportion(Double.NaN, 0, 1);
        }
        double share = hits / events;
        double added = Confidence.Z * Confidence.Z / events;
        double middle = (share + added / 2) / (1 + added);
        double half = Math.sqrt(added * share * (1 - share) + added * added / 4) / (1 + added);
        return new Proportion(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
