package org.dohyo.rating.agreement;

import java.util.Arrays;

/** The coincidence matrix o_ck: ordered pairs of values c, k within an item of m values, each weighing 1/(m−1). */
final class Coincidences {

    // One pair of different values gives at least 1; less is rounding of items that were taken away.
    private static final double NO_DIFFERENCE = 1e-6;

    private final double[][] matrix;

    Coincidences(int categories) {
        matrix = new double[categories][categories];
    }

    /**
     * Items of one kind; one with fewer than two values adds nothing.
     *
     * @param counts by category, how many chose it
     * @param times how many such items; negative to take them away
     */
    void add(int[] counts, int times) {
        int values = 0;
        for (int count : counts) {
            values += count;
        }
        if (values < 2) {
            return;
        }
        for (int c = 0; c < counts.length; c++) {
            for (int k = 0; counts[c] > 0 && k < counts.length; k++) {
                int pairs = counts[c] * (c == k ? counts[k] - 1 : counts[k]);
                matrix[c][k] += (double) times * pairs / (values - 1);
            }
        }
    }

    Coincidences plus(Coincidences other) {
        Coincidences sum = new Coincidences(matrix.length);
        for (int c = 0; c < matrix.length; c++) {
            for (int k = 0; k < matrix.length; k++) {
                sum.matrix[c][k] = matrix[c][k] + other.matrix[c][k];
            }
        }
        return sum;
    }

    /** 1 − (n−1)·Σ o_ck·δ²_ck / Σ n_c·n_k·δ²_ck; NaN where no two values differ. */
    double alpha(Scale scale) {
        double[] totals = Arrays.stream(matrix).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[][] distances = scale.distances(totals);
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < totals.length; c++) {
            for (int k = 0; k < totals.length; k++) {
                observed += matrix[c][k] * distances[c][k];
                expected += totals[c] * totals[k] * distances[c][k];
            }
        }
        return expected < NO_DIFFERENCE ? Double.NaN : 1 - (Arrays.stream(totals).sum() - 1) * observed / expected;
    }
}
