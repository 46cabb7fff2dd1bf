package org.dohyo.rating;

import java.util.Arrays;

import org.dohyo.rating.exact.Normals;

/**
 * How large the largest of many studentised differences gets by chance, from draws of normal vectors with a given
 * covariance, which may be singular. The draws are kept in blocks that fit a cache, one array per model, so that the
 * inner loops run over draws and become vector instructions.
 */
final class LargestDifference {

    // A lead so far behind makes no difference: no draw catches up by ten standard errors.
    private static final double HOPELESS = -10;
    private static final int BLOCK = 250;
    private static final int BLOCKS = 32;

    private final double[][] precisions;
    // By block, model and draw.
    private final double[][][] noise = new double[BLOCKS][][];

    /** @param precisions 1 / standard error of each difference; 0 for pairs that are not compared */
    LargestDifference(double[][] covariance, double[][] precisions, Normals normals) {
        this.precisions = precisions;
        double[][] factor = Cholesky.semidefinite(covariance);
        for (int block = 0; block < BLOCKS; block++) {
            noise[block] = drawn(factor, normals);
        }
    }

    private static double[][] drawn(double[][] factor, Normals normals) {
        double[][] noise = new double[factor.length][BLOCK];
        for (int k = 0; k < factor.length; k++) {
            double[] standard = new double[BLOCK];
            for (int draw = 0; draw < BLOCK; draw++) {
                standard[draw] = normals.next();
            }
            for (int i = k; i < factor.length; i++) {
                add(noise[i], factor[i][k], standard);
            }
        }
        return noise;
    }

    private static void add(double[] to, double factor, double[] standard) {
        for (int draw = 0; draw < BLOCK; draw++) {
            to[draw] += factor * standard[draw];
        }
    }

    /**
     * By draw, in rising order: the largest t of i over j plus its shift, over all ordered pairs, and at least 0.
     *
     * @param shifts {@code [i][j]} for i over j, at most 0
     */
    double[] largest(double[][] shifts) {
        double[] largest = new double[BLOCKS * BLOCK];
        for (int block = 0; block < BLOCKS; block++) {
            System.arraycopy(largest(noise[block], shifts), 0, largest, block * BLOCK, BLOCK);
        }
        Arrays.sort(largest);
        return largest;
    }

    /** The value that this share of the draws does not exceed. */
    static double point(double[] rising, double share) {
        return rising[(int) Math.ceil(share * rising.length) - 1];
    }

    private double[] largest(double[][] drawn, double[][] shifts) {
        double[] largest = new double[BLOCK];
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j < i; j++) {
                if (precisions[i][j] == 0) {
                    continue;
                }
                if (shifts[i][j] == 0 && shifts[j][i] == 0) {
                    raiseBoth(largest, drawn[i], drawn[j], precisions[i][j]);
                } else {
                    raise(largest, drawn[i], drawn[j], precisions[i][j], shifts[i][j]);
                    raise(largest, drawn[j], drawn[i], precisions[i][j], shifts[j][i]);
                }
            }
        }
        return largest;
    }

    private static void raise(double[] largest, double[] better, double[] worse, double precision, double shift) {
        if (shift < HOPELESS) {
            return;
        }
        for (int draw = 0; draw < BLOCK; draw++) {
            largest[draw] = Math.max(largest[draw], (better[draw] - worse[draw]) * precision + shift);
        }
    }

    private static void raiseBoth(double[] largest, double[] one, double[] other, double precision) {
        for (int draw = 0; draw < BLOCK; draw++) {
            largest[draw] = Math.max(largest[draw], Math.abs(one[draw] - other[draw]) * precision);
        }
    }
}
