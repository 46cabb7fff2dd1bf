package org.dohyo.rating;

/**
 * A = Uᵀ·U of a symmetric positive definite matrix (Golub and Van Loan, Matrix Computations, 4.2). The heavy loops add
 * a multiple of one row to another: the compiler turns these into vector instructions, sums of products it can't.
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
        int n = matrix.length;
        upper = copy(matrix);
        for (int k = 0; k < n; k++) {
            double[] row = upper[k];
            double pivot = row[k];
            if (!(pivot > 0)) {
                throw new NotConvergedException("the Hessian is not positive definite: pivot " + pivot);
            }
            double root = Math.sqrt(pivot);
            for (int j = k; j < n; j++) {
                row[j] /= root;
            }
            for (int i = k + 1; i < n; i++) {
                add(upper[i], -row[i], row, i);
            }
        }
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    /** to += factor·row, from an index on. */
    private static void add(double[] to, double factor, double[] row, int from) {
        for (int j = from; j < to.length; j++) {
            to[j] += factor * row[j];
        }
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
            add(x, -x[k], upper[k], k + 1);
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
        int n = b.length;
        for (int k = 0; k < n; k++) {
            divide(b[k], upper[k][k]);
            for (int i = k + 1; i < n; i++) {
                add(b[i], -upper[k][i], b[k], 0);
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int i = k + 1; i < n; i++) {
                add(b[k], -upper[k][i], b[i], 0);
            }
            divide(b[k], upper[k][k]);
        }
    }

    private static void divide(double[] row, double divisor) {
        for (int j = 0; j < row.length; j++) {
            row[j] /= divisor;
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
