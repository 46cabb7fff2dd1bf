package org.dohyo.rating;

/** A = L·Lᵀ of a symmetric positive definite matrix (Golub and Van Loan, Matrix Computations, 4.2). */
final class Cholesky {

    // What is left of a variance below this share is rounding.
    private static final double SMALLEST_SHARE = 1e-9;

    private final double[][] lower;

    Cholesky(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                lower[i][j] = (matrix[i][j] - dot(i, j)) / lower[j][j];
            }
            double pivot = matrix[i][i] - dot(i, i);
            if (!(pivot > 0)) {
                throw new NotConvergedException("the Hessian is not positive definite: pivot " + pivot);
            }
            lower[i][i] = Math.sqrt(pivot);
        }
    }

    /**
     * L with A = L·Lᵀ up to rounding, for a matrix that is positive semidefinite only: a direction without variance gets
     * a zero column. NaN on the diagonal (a model without votes) is taken as such a direction.
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

    private double dot(int i, int j) {
        double sum = 0;
        for (int k = 0; k < j; k++) {
            sum += lower[i][k] * lower[j][k];
        }
        return sum;
    }

    /** x with A·x = b. */
    double[] solve(double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** A⁻¹·B·A⁻¹ for a symmetric B. */
    double[][] sandwich(double[][] filling) {
        return solveRows(transposed(solveRows(filling)));
    }

    private double[][] solveRows(double[][] rows) {
        double[][] solved = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            solved[i] = solve(rows[i]);
        }
        return solved;
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
