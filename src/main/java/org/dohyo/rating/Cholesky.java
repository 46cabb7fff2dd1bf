package org.dohyo.rating;

/**
 * A = Uᵀ·U of a symmetric positive definite matrix (Golub and Van Loan, Matrix Computations, 4.2). The heavy loops
 * subtract multiples of rows from a row: the compiler turns these into vector instructions, sums of products it can't.
 */
public final class Cholesky {

    // What is left of a variance below this share is rounding.
    private static final double SMALLEST_SHARE = 1e-9;

    private final double[][] upper;

    /**
     * @param matrix left as it is
     * @throws NotConvergedException if the matrix is not positive definite
     */
    public Cholesky(double[][] matrix) {
        upper = copy(matrix);
        double[] column = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            double[] row = upper[i];
            copyColumn(i, column);
            subtract(row, column, upper, 0, i, i);
            if (!(row[i] > 0)) {
                throw new NotConvergedException("the Hessian is not positive definite: pivot " + row[i]);
            }
            divide(row, Math.sqrt(row[i]), i);
        }
    }

    /** Copies what is above the diagonal in a column. */
    private void copyColumn(int i, double[] column) {
        for (int k = 0; k < i; k++) {
            column[k] = upper[k][i];
        }
    }

    /**
     * Subtracts factors[k]·rows[k] for each k of begin … end−1, one after the other. Four at a time need a quarter of
     * the stores; the order, and with it the last bit, stays.
     */
    private static void subtract(double[] from, double[] factors, double[][] rows, int begin, int end, int column) {
        int k = begin;
        for (; k + 3 < end; k += 4) {
            subtract(from, column, factors[k], rows[k], factors[k + 1], rows[k + 1], factors[k + 2], rows[k + 2],
                    factors[k + 3], rows[k + 3]);
        }
        for (; k < end; k++) {
            double factor = factors[k];
            double[] row = rows[k];
            for (int j = column; j < from.length; j++) {
                from[j] -= factor * row[j];
            }
        }
    }

    private static void subtract(double[] from, int column, double f0, double[] r0, double f1, double[] r1, double f2,
            double[] r2, double f3, double[] r3) {
        for (int j = column; j < from.length; j++) {
            from[j] = from[j] - f0 * r0[j] - f1 * r1[j] - f2 * r2[j] - f3 * r3[j];
        }
    }

    private static void divide(double[] row, double divisor, int column) {
        for (int j = column; j < row.length; j++) {
            row[j] /= divisor;
        }
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    /**
     * L with A = L·Lᵀ up to rounding, for a matrix that is positive semidefinite only: a direction without variance
     * gets a zero column. NaN on the diagonal (a model without votes) is taken as such a direction.
     */
    static double[][] semidefinite(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            double pivot = matrix[i][i];
            for (int j = 0; j < i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = lower[j][j] > 0 ? rest / lower[j][j] : 0;
                pivot -= lower[i][j] * lower[i][j];
            }
            lower[i][i] = pivot > SMALLEST_SHARE * matrix[i][i] ? Math.sqrt(pivot) : 0;
        }
        return lower;
    }

    /** x with A·x = b. */
    public double[] solve(double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            x[k] /= upper[k][k];
            for (int j = k + 1; j < n; j++) {
                x[j] -= x[k] * upper[k][j];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                x[k] -= upper[k][j] * x[j];
            }
            x[k] /= upper[k][k];
        }
        return x;
    }

    /** A⁻¹·B·A⁻¹ for a symmetric B. */
    public double[][] sandwich(double[][] filling) {
        double[][] half = copy(filling);
        solveColumns(half);
        double[][] whole = transposed(half);
        solveColumns(whole);
        return whole;
    }

    /** The i-th element on the diagonal of A⁻¹. */
    double inverse(int i) {
        double[] unit = new double[upper.length];
        unit[i] = 1;
        return solve(unit)[i];
    }

    /** B becomes A⁻¹·B: {@link #solve} for all columns at once, row by row. */
    private void solveColumns(double[][] b) {
        double[] column = new double[b.length];
        for (int k = 0; k < b.length; k++) {
            copyColumn(k, column);
            subtract(b[k], column, b, 0, k, 0);
            divide(b[k], upper[k][k], 0);
        }
        for (int k = b.length - 1; k >= 0; k--) {
            subtract(b[k], upper[k], b, k + 1, b.length, 0);
            divide(b[k], upper[k][k], 0);
        }
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }
}
