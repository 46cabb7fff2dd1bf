package org.dohyo.rating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far two orders of the same models agree: Spearman's rank correlation (C. Spearman, 1904; equal values share the
 * mean of their ranks) with its 95% interval by Fisher's z and the standard error of D. G. Bonett and T. A. Wright
 * (Sample size requirements for estimating Pearson, Kendall and Spearman correlations, Psychometrika 65, 2000): z ± z
 * √((1 + ρ²/2) / (n − 3)).
 *
 * @param rho from −1 (turned round) to 1 (the same order); NaN where either side has one value only
 * @param low NaN, as {@code high}, for fewer than four models or where {@code rho} is NaN
 * @param n how many models
 */
public record RankCorrelation(double rho, double low, double high, int n) {

    private static final int LEAST = 4;

    /**
     * Where all of few models stand in the same order, z is infinite and the interval would be a point, which claims
     * too much: the interval then is that of the order in which two neighbours have changed places, up to the end of
     * the scale.
     *
     * @param x finite
     * @param y of the same models
     */
    public static RankCorrelation of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values beside " + y.length);
        }
        int n = x.length;
        double rho = pearson(ranks(x), ranks(y));
        if (Double.isNaN(rho) || n < LEAST) {
            return new RankCorrelation(rho, Double.NaN, Double.NaN, n);
        }
        double most = 1 - 12 / (n * ((double) n * n - 1));
        double inside = Math.max(-most, Math.min(most, rho));
        double half = Confidence.Z * Math.sqrt((1 + inside * inside / 2) / (n - 3));
        double z = Math.log((1 + inside) / (1 - inside)) / 2;
        return new RankCorrelation(rho, rho < -most ? -1 : Math.tanh(z - half), rho > most ? 1 : Math.tanh(z + half),
                n);
    }

    /** From 1 for the least value; equal ones share the mean of theirs. */
    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i).toArray();
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            for (to = from + 1; to < order.length && values[order[to]] == values[order[from]];) {
                to++;
            }
            for (int place = from; place < to; place++) {
                ranks[order[place]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = Arrays.stream(y).average().orElse(Double.NaN);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }
}
