package org.dohyo.rating;

/** A = L·Lᵀ of a symmetric positive definite matrix (Golub and Van Loan, Matrix Computations, 4.2). */
final class Cholesky {

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
