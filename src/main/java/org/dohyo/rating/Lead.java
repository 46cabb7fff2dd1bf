package org.dohyo.rating;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * By how much one model leads another, in points, with its 95% interval, and how likely it is that the lead is real:
 * Φ(lead / standard error), the estimates of both taken as normal about the truth and nothing known beforehand.
 */
public record Lead(double points, double low, double high, double probability) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Of model {@code a} over model {@code b}, each rating's spread being stretched to a given half-width while how the
     * two hang together stays as the fit has it: Var = s_a²V_aa + s_b²V_bb − 2·s_a·s_b·V_ab, s = half-width / that of
     * the fit.
     *
     * @param points the lead
     * @param halfA half of the 95% interval of a's rating, NaN to leave the fit's own; so {@code halfB}
     * @throws IllegalArgumentException if no votes connect the two, so that there is nothing to say
     */
    public static Lead of(Fit fit, int a, int b, double points, double halfA, double halfB) {
        if (fit.component()[a] != fit.component()[b]) {
            throw new IllegalArgumentException("no votes connect " + a + " and " + b);
        }
        double stretchA = Double.isNaN(halfA) ? 1 : halfA / fit.halfWidth(a);
        double stretchB = Double.isNaN(halfB) ? 1 : halfB / fit.halfWidth(b);
        double[][] covariance = fit.covariance();
        double variance = stretchA * stretchA * covariance[a][a] + stretchB * stretchB * covariance[b][b]
                - 2 * stretchA * stretchB * covariance[a][b];
        double error = Math.sqrt(variance);
        return new Lead(points, points - Confidence.Z * error, points + Confidence.Z * error,
                NORMAL.cumulativeProbability(points / error));
    }

    /** How often the leader is expected to win, a tie being half a win: 1/(1+10^(−points/400)). */
    public double expectedWinRate() {
        return 1 / (1 + Math.pow(10, -points / 400));
    }
}
