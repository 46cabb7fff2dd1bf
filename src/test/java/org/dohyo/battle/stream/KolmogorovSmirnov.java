package org.dohyo.battle.stream;

import java.util.Arrays;

/** Whether two samples may come from one distribution (the two-sided, two-sample test with its asymptotic p-value). */
final class KolmogorovSmirnov {

    private static final int TERMS = 100;

    private KolmogorovSmirnov() {
    }

    /** The largest distance between the two empirical distributions, ties taken together. */
    static double distance(double[] a, double[] b) {
        double[] x = a.clone();
        double[] y = b.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == at) {
                i++;
            }
            while (j < y.length && y[j] == at) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) x.length - j / (double) y.length));
        }
        return largest;
    }

    /** P(D ≥ distance) if both come from one distribution: 2·Σ(−1)^(k−1)·exp(−2k²λ²), λ = D·√(nm/(n+m)). */
    static double p(double[] a, double[] b) {
        double lambda = distance(a, b) * Math.sqrt(a.length * (double) b.length / (a.length + b.length));
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return Math.min(1, Math.max(0, sum));
    }
}
