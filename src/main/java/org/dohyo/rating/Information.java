package org.dohyo.rating;

import java.util.Arrays;
import java.util.List;

/**
 * The information of votes about log-strengths: the inverse of the Fisher information Σ n·p(1−p)·x·xᵀ and a wide normal
 * prior for each model. The prior gives a model without votes, and models that no votes connect, a large variance
 * instead of none.
 */
public final class Information {

    // A standard deviation of 300 points: most fields fit within.
    private static final double PRIOR_VARIANCE = 3;

    private final double[][] perVote;
    private final double[][] covariance;

    /** @param theta log-strengths, one for each model */
    Information(double[] theta, List<WeightedPair> votes) {
        this.perVote = perVote(theta);
        this.covariance = inverse(information(votes));
    }

    /** Of ratings on the Elo scale. */
    public static Information of(double[] ratings, List<WeightedPair> votes) {
        return new Information(Arrays.stream(ratings).map(EloScale::logStrength).toArray(), votes);
    }

    /** How far all log-strengths move, to first order, when these scores are added to the sums of the votes. */
    public double[] response(double[] scores) {
        double[] moved = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                moved[i] += covariance[i][j] * scores[j];
            }
        }
        return moved;
    }

    private static double[][] perVote(double[] theta) {
        double[][] perVote = new double[theta.length][theta.length];
        for (int i = 0; i < theta.length; i++) {
            for (int j = 0; j < theta.length; j++) {
                perVote[i][j] = Likelihood.sigmoid(theta[i] - theta[j]) * Likelihood.sigmoid(theta[j] - theta[i]);
            }
        }
        return perVote;
    }

    private double[][] information(List<WeightedPair> votes) {
        double[][] sum = new double[perVote.length][perVote.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i][i] = 1 / PRIOR_VARIANCE;
        }
        for (WeightedPair pair : votes) {
            int i = pair.first();
            int j = pair.second();
            double known = pair.weight() * perVote[i][j];
            sum[i][i] += known;
            sum[j][j] += known;
            sum[i][j] -= known;
            sum[j][i] -= known;
        }
        return sum;
    }

    private static double[][] inverse(double[][] matrix) {
        Cholesky factor = new Cholesky(matrix);
        double[][] inverse = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double[] unit = new double[matrix.length];
            unit[i] = 1;
            inverse[i] = factor.solve(unit);
        }
        return inverse;
    }

    /** p(1−p): the information of one vote between two models about their difference. */
    double perVote(int i, int j) {
        return perVote[i][j];
    }

    /** Variance of the difference of two models. */
    double ofDifference(int i, int j) {
        return spread(covariance, i, j);
    }

    /** Variances of the models' distances from the mean of all. */
    double[] variances() {
        int n = covariance.length;
        double[] means = Arrays.stream(covariance).mapToDouble(row -> Arrays.stream(row).sum() / n).toArray();
        double mean = Arrays.stream(means).sum() / n;
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            variances[i] = covariance[i][i] - 2 * means[i] + mean;
        }
        return variances;
    }

    /**
     * How much one vote between i and j lowers Σ a_kl·Var(θ_k−θ_l)/2, of which {@code laplacian} L holds −a_kl beside
     * the diagonal and the sums of rows on it: h·xᵀVLVx/(1+h·xᵀVx), the Sherman-Morrison formula.
     */
    double[][] gains(double[][] laplacian) {
        int n = covariance.length;
        double[][] reach = product(product(covariance, laplacian), covariance);
        double[][] gains = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gains[i][j] = i == j ? 0 : unseen(i, j) * Math.max(0, spread(reach, i, j));
            }
        }
        return gains;
    }

    /** h/(1+h·xᵀVx): a vote teaches less the more the prior leaves open. */
    double unseen(int i, int j) {
        return perVote[i][j] / (1 + perVote[i][j] * ofDifference(i, j));
    }

    private static double spread(double[][] matrix, int i, int j) {
        return matrix[i][i] + matrix[j][j] - 2 * matrix[i][j];
    }

    private static double[][] product(double[][] left, double[][] right) {
        int n = left.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = left[i][k];
                for (int j = 0; j < n; j++) {
                    product[i][j] += factor * right[k][j];
                }
            }
        }
        return product;
    }
}
