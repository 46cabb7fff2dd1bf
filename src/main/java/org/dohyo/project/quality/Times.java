package org.dohyo.project.quality;

import java.util.Arrays;
import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Seconds from an item's opening to its judgement. Quartiles, because whoever goes for lunch leaves an item open.
 *
 * @param lower the first quartile; null without judgements, as are the others
 */
public record Times(Double lower, Double median, Double upper, int count) {

    private static final double QUARTER = 0.25;

    static Times of(Collection<Said> said) {
        double[] rising = said.stream().mapToDouble(Said::seconds).sorted().toArray();
        return rising.length == 0 ? new Times(null, null, null, 0)
                : new Times(quantile(rising, QUARTER), quantile(rising, 2 * QUARTER), quantile(rising, 3 * QUARTER),
                        rising.length);
    }

    /** Interpolated between the two nearest. */
    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        double above = rising[Math.min(below + 1, rising.length - 1)];
        return rising[below] + (place - below) * (above - rising[below]);
    }

    /** Whole seconds, the quartiles beside the median; a dash without judgements. */
    @JsonIgnore
    public String text() {
        return count == 0 ? "–" : Math.round(median) + " s";
    }

    /** From the first to the third quartile in whole seconds. */
    @JsonIgnore
    public String quartiles() {
        return count == 0 ? "" : Math.round(lower) + " … " + Math.round(upper) + " s";
    }

    @Override
    public String toString() {
        return Arrays.asList(lower, median, upper).toString();
    }
}
