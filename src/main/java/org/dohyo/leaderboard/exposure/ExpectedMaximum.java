package org.dohyo.leaderboard.exposure;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How far the best of some equally good variants seems better than it is, by chance alone. */
final class ExpectedMaximum {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double FAR = 10;
    private static final int STEPS = 4_000;

    private ExpectedMaximum() {
    }

    /**
     * The expected maximum of n independent standard normal numbers: ∫ x·n·φ(x)·Φ(x)ⁿ⁻¹ dx. In standard errors, it is
     * what choosing the best of n equal variants by their estimates adds to its rating.
     *
     * @param n 1 or more
     */
    static double of(int n) {
        double step = 2 * FAR / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double x = -FAR + i * step;
            sum += x * n * NORMAL.density(x) * Math.pow(NORMAL.cumulativeProbability(x), n - 1.0);
        }
        return sum * step;
    }
}
