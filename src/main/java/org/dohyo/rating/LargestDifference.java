package org.dohyo.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How large the largest of many studentised differences gets by chance, from draws of normal vectors with a given
 * covariance, which may be singular. The draws are kept in blocks that fit a cache, one array per model, so that the inner
 * loops run over draws and become vector instructions.
 */
final class LargestDifference {

    private static final double LEVEL = 0.95;
    private static final int BLOCK = 250;
    private static final int BLOCKS = 32;

    private final double[][] precisions;
    // By block, model and draw.
    private final double[][][] noise = new double[BLOCKS][][];

    /** @param precisions 1 / standard error of each difference; 0 for pairs that are not compared */
    LargestDifference(double[][] covariance, double[][] precisions, SplittableRandom random) {
        this.precisions = precisions;
        double[][] factor = Cholesky.semidefinite(covariance);
        for (int block = 0; block < BLOCKS; block++) {
            noise[block] = drawn(factor, random);
        }
    }

    private static double[][] drawn(double[][] factor, SplittableRandom random) {
        double[][] noise = new double[factor.length][BLOCK];
        for (int k = 0; k < factor.length; k++) {
            double[] standard = new double[BLOCK];
            for (int draw = 0; draw < BLOCK; draw++) {
                standard[draw] = random.nextGaussian();
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
     * The 95% point of the largest t of i over j, over all ordered pairs but those left out; 0 where none is left.
     *
     * @param leftOut {@code [i][j]} for i over j
     */
    double critical(boolean[][] leftOut) {
        double[] largest = new double[BLOCKS * BLOCK];
        for (int block = 0; block < BLOCKS; block++) {
            System.arraycopy(largest(noise[block], leftOut), 0, largest, block * BLOCK, BLOCK);
        }
        Arrays.sort(largest);
        return largest[(int) Math.ceil(LEVEL * largest.length) - 1];
    }

    private double[] largest(double[][] drawn, boolean[][] leftOut) {
        double[] largest = new double[BLOCK];
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j < i; j++) {
                if (precisions[i][j] == 0) {
                    continue;
                }
                if (leftOut[i][j]) {
                    raise(largest, drawn[j], drawn[i], precisions[i][j]);
                } else if (leftOut[j][i]) {
                    raise(largest, drawn[i], drawn[j], precisions[i][j]);
                } else {
                    raiseBoth(largest, drawn[i], drawn[j], precisions[i][j]);
                }
            }
        }
        return largest;
    }

    private static void raise(double[] largest, double[] better, double[] worse, double precision) {
        for (int draw = 0; draw < BLOCK; draw++) {
            largest[draw] = Math.max(largest[draw], (better[draw] - worse[draw]) * precision);
        }
    }

    private static void raiseBoth(double[] largest, double[] one, double[] other, double precision) {
        for (int draw = 0; draw < BLOCK; draw++) {
            largest[draw] = Math.max(largest[draw], Math.abs(one[draw] - other[draw]) * precision);
        }
    }
}
