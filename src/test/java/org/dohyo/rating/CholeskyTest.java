package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final int N = 17;
    private final SplittableRandom random = new SplittableRandom(3);

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** B·Bᵀ of a random B with so many columns: positive definite if these are as many as the rows. */
    private double[][] square(int columns) {
        double[][] b = new double[N][columns];
        for (double[] row : b) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return product(b, transposed(b));
    }

    private static void assertClose(double[][] a, double[][] b) {
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).containsExactly(b[i], within(1e-7));
        }
    }

    @Test
    void solve_andSandwich_undoTheMatrix() {
        double[][] matrix = square(2 * N);
        double[][] filling = square(N);
        Cholesky cholesky = new Cholesky(matrix);
        double[] x = cholesky.solve(filling[0]);
        assertThat(transposed(product(matrix, transposed(new double[][] { x })))[0]).containsExactly(filling[0],
                within(1e-7));
        assertClose(product(matrix, product(cholesky.sandwich(filling), matrix)), filling);
    }

    @Test
    void semidefinite_singularMatrix_givesItBack() {
        double[][] singular = square(N - 5);
        double[][] lower = Cholesky.semidefinite(singular);
        assertClose(product(lower, transposed(lower)), singular);
    }

    @Test
    void indefinite_refused() {
        assertThatThrownBy(() -> new Cholesky(new double[][] { { 1, 2 }, { 2, 1 } }))
                .isInstanceOf(NotConvergedException.class).hasMessageContaining("positive definite");
    }
}
