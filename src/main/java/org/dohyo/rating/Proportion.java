package org.dohyo.rating;

/**
 * A share and its 95% interval, all 0 … 1; NaN without any trial.
 *
 * @param low the interval's lower end by E. B. Wilson, Probable inference, the law of succession, and statistical
 *        inference, 1927
 */
public record Proportion(double share, double low, double high) {

    private static final double Z95 = 1.959963984540054;

    /**
     * @param successes 0 … trials; halves (ties) are taken as halves of a success, which makes the interval no narrower
     *        than it should be
     * @throws IllegalArgumentException if there are more successes than trials, or fewer than none
     */
    public static Proportion of(double successes, long trials) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(successes + " successes of " + trials);
        }
        double share = successes / trials;
        double shrink = 1 + Z95 * Z95 / trials;
        double centre = (share + Z95 * Z95 / (2 * trials)) / shrink;
        double half = Z95 * Math.sqrt(share * (1 - share) / trials + Z95 * Z95 / (4.0 * trials * trials)) / shrink;
        return new Proportion(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
