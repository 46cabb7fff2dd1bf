package org.dohyo.rating.judge;

import java.util.Arrays;

import org.dohyo.rating.Cholesky;
import org.dohyo.rating.Newton;

/**
 * The Bradley-Terry loss Σ n·ln(1 + e^d) − s·d over pairs, d = θ_i − θ_j, where the scores s may lie outside 0 … n:
 * corrected ones do. It is convex; its optimum may be infinite.
 */
final class Scores {

    private static final double LAST_STEP = 1e-9;

    private final int[] component;
    private final double[][] weights;
    private final double[][] scores;

    /** @param component of each model; pairs beyond one are left out */
    Scores(int[] component) {
        this.component = component;
        this.weights = new double[component.length][component.length];
        this.scores = new double[component.length][component.length];
    }

    void add(int first, int second, double weight, double score) {
        if (component[first] == component[second]) {
            weights[first][second] += weight;
            scores[first][second] += score;
        }
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Around one point. */
    final class At implements Newton.Point {

        private final double[] theta;
        private final double[] gradient = new double[component.length];
        private final double[][] hessian = new double[component.length][component.length];
        private double loss;

        At(double[] theta) {
            this.theta = theta;
            for (int i = 0; i < theta.length; i++) {
                for (int j = 0; j < theta.length; j++) {
                    if (weights[i][j] != 0 || scores[i][j] != 0) {
                        add(i, j);
                    }
                }
            }
        }

        private void add(int i, int j) {
            double d = theta[i] - theta[j];
            double p = sigmoid(d);
            loss += weights[i][j] * (Math.max(0, d) + Math.log1p(Math.exp(-Math.abs(d)))) - scores[i][j] * d;
            double slope = weights[i][j] * p - scores[i][j];
            gradient[i] += slope;
            gradient[j] -= slope;
            addPair(hessian, i, j, weights[i][j] * p * sigmoid(-d));
        }

        @Override
        public double[] parameters() {
            return theta;
        }

        /** Above 0, as a relative change of it is compared: corrected scores may lower the sum below. */
        @Override
        public double loss() {
            return Math.exp(loss / total());
        }

        private double total() {
            return Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum();
        }

        @Override
        public double[] step() {
            return gauged().solve(gradient);
        }

        Cholesky gauged() {
            double trace = 0;
            for (int i = 0; i < theta.length; i++) {
                trace += hessian[i][i];
            }
            double shift = trace > 0 ? trace / theta.length / theta.length : 1;
            double[][] definite = new double[theta.length][theta.length];
            for (int i = 0; i < theta.length; i++) {
                for (int j = 0; j < theta.length; j++) {
                    definite[i][j] = hessian[i][j] + (component[i] == component[j] ? shift : 0);
                }
            }
            return new Cholesky(definite);
        }
    }

    /** @throws org.dohyo.rating.NotConvergedException if there is no finite optimum */
    At minimise(double[] start) {
        return Newton.minimise(new At(start), At::new, (at, step) -> Newton.largest(step) < LAST_STEP).optimum();
    }

    static void addPair(double[][] matrix, int i, int j, double value) {
        matrix[i][i] += value;
        matrix[j][j] += value;
        matrix[i][j] -= value;
        matrix[j][i] -= value;
    }
}
