package org.dohyo.rating.agreement;

/** What a difference between two categories means. */
public enum Scale {

    /** Categories without an order: any two differ equally. */
    NOMINAL {
        @Override
        double[][] distances(double[] totals) {
            double[][] distances = new double[totals.length][totals.length];
            for (int c = 0; c < totals.length; c++) {
                for (int k = 0; k < totals.length; k++) {
                    distances[c][k] = c == k ? 0 : 1;
                }
            }
            return distances;
        }
    },

    /** Ranked categories: two differ by the values that lie between them. */
    ORDINAL {
        @Override
        double[][] distances(double[] totals) {
            double[][] distances = new double[totals.length][totals.length];
            for (int c = 0; c < totals.length; c++) {
                double between = 0;
                for (int k = c + 1; k < totals.length; k++) {
                    between += (totals[k - 1] + totals[k]) / 2;
                    distances[c][k] = between * between;
                    distances[k][c] = distances[c][k];
                }
            }
            return distances;
        }
    };

    /**
     * The squared differences δ² of all categories: 1 or 0; or (Σ n_g − (n_c + n_k)/2)², g from c to k.
     *
     * @param totals n_c, how often each category was chosen
     */
    abstract double[][] distances(double[] totals);
}
