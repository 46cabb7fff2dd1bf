package org.dohyo.rating.agreement;

import java.util.Arrays;

import org.dohyo.rating.Confidence;
import org.dohyo.rating.Proportion;

/**
 * Agreement of two annotators beyond chance, or of one with an earlier self, or of a judge with people:
 * κ = (p_o − p_e)/(1 − p_e), p_o the share of items with equal categories and p_e = Σ p_c·p'_c what their frequencies
 * alone would give (J. Cohen, A coefficient of agreement for nominal scales, 1960).
 * <p>
 * The 95% interval is κ ± 1.96 standard errors by J. L. Fleiss, J. Cohen and B. S. Everitt (Large sample standard
 * errors of kappa and weighted kappa, 1969). With fewer than four equal or four unequal items it reaches at least as
 * far as Wilson's interval of p_o with p_e as it is: otherwise five equal items would be certainty.
 *
 * @param kappa at most 1; NaN without items, or if both used one and the same category only
 * @param low NaN where {@code kappa} is; so {@code high}
 * @param observed p_o
 * @param chance p_e
 * @param items that both annotated
 */
public record CohensKappa(double kappa, double low, double high, double observed, double chance, long items) {

    /** z² of 95%: fewer events don't show their spread (A. Agresti and B. A. Coull, 1998). */
    private static final double ENOUGH = Confidence.Z * Confidence.Z;

    /**
     * @param first categories 0 … categories−1, an item each
     * @param second of the same items
     * @throws IllegalArgumentException if the lengths differ or a category is out of range
     */
    public static CohensKappa of(int categories, int[] first, int[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " categories beside " + second.length);
        }
        long[][] table = new long[categories][categories];
        for (int item = 0; item < first.length; item++) {
            if (Math.min(first[item], second[item]) < 0 || Math.max(first[item], second[item]) >= categories) {
                throw new IllegalArgumentException(
                        "categories " + first[item] + " and " + second[item] + " of " + categories);
            }
            table[first[item]][second[item]]++;
        }
        return of(table);
    }

    /**
     * @param table {@code [c][k]}: to how many items the first gave c and the second k
     * @throws IllegalArgumentException if the table isn't square
     */
    public static CohensKappa of(long[][] table) {
        if (Arrays.stream(table).anyMatch(row -> row.length != table.length)) {
            throw new IllegalArgumentException("a table of " + table.length + " rows that isn't square");
        }
        long items = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
        long equal = 0;
        double[] rows = new double[table.length];
        double[] columns = new double[table.length];
        for (int c = 0; c < table.length; c++) {
            equal += table[c][c];
            for (int k = 0; k < table.length; k++) {
                rows[c] += (double) table[c][k] / items;
                columns[k] += (double) table[c][k] / items;
            }
        }
        double chance = 0;
        for (int c = 0; c < table.length; c++) {
            chance += rows[c] * columns[c];
        }
        if (items == 0 || equal == items && chance > 1 - 1e-12) {
            return new CohensKappa(Double.NaN, Double.NaN, Double.NaN, (double) equal / items, chance, items);
        }
        double kappa = beyond(chance, (double) equal / items);
        double half = Confidence.Z * Math.sqrt(variance(table, items, rows, columns, chance, kappa));
        double low = kappa - half;
        double high = kappa + half;
        Proportion observed = Proportion.of(equal, items);
        if (Math.min(equal, items - equal) < ENOUGH) {
            low = Math.min(low, beyond(chance, observed.low()));
            high = Math.max(high, beyond(chance, observed.high()));
        }
        return new CohensKappa(kappa, Math.max(-1, low), Math.min(1, high), observed.share(), chance, items);
    }

    private static double beyond(double chance, double observed) {
        return (observed - chance) / (1 - chance);
    }

    private static double variance(long[][] table, long items, double[] rows, double[] columns, double chance,
            double kappa) {
        double sum = 0;
        for (int c = 0; c < rows.length; c++) {
            for (int k = 0; k < rows.length; k++) {
                double spread = (c == k ? 1 : 0) - (1 - kappa) * (columns[c] + rows[k]);
                sum += (double) table[c][k] / items * spread * spread;
            }
        }
        double centre = kappa - chance * (1 - kappa);
        return Math.max(0, sum - centre * centre) / (items * (1 - chance) * (1 - chance));
    }
}
