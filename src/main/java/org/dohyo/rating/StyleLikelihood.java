package org.dohyo.rating;

import java.util.Arrays;

import org.dohyo.rating.exact.Exact;

/**
 * Σ cross-entropy + ¼‖β‖² of votes with logit ln 10·(ρ_a−ρ_b) + z·c, β = (ρ, c): FastChat's contextual Bradley-Terry. z
 * is a difference in style less its mean, over its population standard deviation; an unknown one is taken as the mean.
 * With {@code position} a last coefficient, of 1 for each vote, favours side A.
 */
final class StyleLikelihood {

    private static final double LN_TEN = EloScale.LN_TEN;
    // Half of scikit-learn's default: FastChat counted each battle twice before.
    private static final double RIDGE = 0.5;

    private final StyleVotes votes;
    private final boolean position;
    private final int models;
    private final int contexts;
    private final double[] means;
    private final double[] deviations;

    StyleLikelihood(StyleVotes votes, boolean position) {
        this.votes = votes;
        this.position = position;
        this.models = votes.models();
        this.contexts = votes.features() + (position ? 1 : 0);
        this.means = new double[votes.features()];
        this.deviations = new double[votes.features()];
        for (int k = 0; k < means.length; k++) {
            standardise(k);
        }
    }

    private void standardise(int feature) {
        double sum = 0;
        long known = 0;
        for (int vote = 0; vote < votes.size(); vote++) {
            double difference = votes.difference(vote, feature);
            if (!Double.isNaN(difference)) {
                sum += difference;
                known++;
            }
        }
        means[feature] = known == 0 ? 0 : sum / known;
        double squares = 0;
        for (int vote = 0; vote < votes.size(); vote++) {
            double difference = votes.difference(vote, feature) - means[feature];
            squares += Double.isNaN(difference) ? 0 : difference * difference;
        }
        deviations[feature] = known == 0 ? 0 : Math.sqrt(squares / known);
    }

    int parameters() {
        return models + contexts;
    }

    /** Whether answers differ in a feature at all; otherwise its coefficient is 0 and means nothing. */
    boolean varies(int feature) {
        return deviations[feature] > 0;
    }

    /** The mean of a standardised feature before it was taken away. */
    double offset(int feature) {
        return varies(feature) ? means[feature] / deviations[feature] : 0;
    }

    /** Loss, gradient and Hessian at one point, and the sandwich's filling there: Σ (y−p)²·xxᵀ. */
    final class At implements Newton.Point {

        private final double[] beta;
        private final double[] z = new double[contexts];
        private final Square hessian = new Square();
        private final Square scores = new Square();
        private final double[] gradient;
        private double loss;

        At(double[] beta) {
            this.beta = beta;
            this.gradient = Arrays.stream(beta).map(value -> RIDGE * value).toArray();
            this.loss = RIDGE / 2 * Exact.sum(Arrays.stream(beta).map(value -> value * value).toArray());
            for (int vote = 0; vote < votes.size(); vote++) {
                add(vote);
            }
        }

        private void add(int vote) {
            int a = votes.a(vote);
            int b = votes.b(vote);
            double logit = LN_TEN * (beta[a] - beta[b]) + style(vote);
            double small = Exact.exp(-Math.abs(logit));
            double p = logit >= 0 ? 1 / (1 + small) : small / (1 + small);
            double score = votes.score(vote);
            loss += Math.max(logit, 0) - score * logit + Exact.log1p(small);
            double error = p - score;
            gradient[a] += LN_TEN * error;
            gradient[b] -= LN_TEN * error;
            for (int k = 0; k < contexts; k++) {
                gradient[models + k] += error * z[k];
            }
            hessian.add(a, b, z, small / ((1 + small) * (1 + small)));
            scores.add(a, b, z, error * error);
        }

        private double style(int vote) {
            double sum = 0;
            for (int k = 0; k < means.length; k++) {
                double standard = (votes.difference(vote, k) - means[k]) / deviations[k];
                z[k] = Double.isNaN(standard) ? 0 : standard;
                sum += z[k] * beta[models + k];
            }
            if (position) {
                z[means.length] = 1;
                sum += beta[models + means.length];
            }
            return sum;
        }

        @Override
        public double[] parameters() {
            return beta;
        }

        @Override
        public double[] step() {
            return hessian().solve(gradient);
        }

        @Override
        public double loss() {
            return loss;
        }

        double[] gradient() {
            return gradient;
        }

        Cholesky hessian() {
            double[][] matrix = hessian.matrix();
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] += RIDGE;
            }
            return new Cholesky(matrix);
        }

        double[][] scores() {
            return scores.matrix();
        }
    }

    /** Σ w·xxᵀ, added up by pair: x is ln 10 at a, −ln 10 at b, and z beyond the models. */
    private final class Square {

        private final double[] pairs = new double[models * models];
        private final double[] mixed = new double[models * contexts];
        private final double[] style = new double[contexts * contexts];

        void add(int a, int b, double[] z, double weight) {
            pairs[a * models + b] += weight;
            for (int k = 0; k < contexts; k++) {
                double part = weight * z[k];
                mixed[a * contexts + k] += part;
                mixed[b * contexts + k] -= part;
                for (int l = 0; l <= k; l++) {
                    style[k * contexts + l] += part * z[l];
                }
            }
        }

        double[][] matrix() {
            double[][] matrix = new double[parameters()][parameters()];
            for (int i = 0; i < models; i++) {
                for (int j = 0; j < models; j++) {
                    double weight = LN_TEN * LN_TEN * pairs[i * models + j];
                    matrix[i][i] += weight;
                    matrix[j][j] += weight;
                    matrix[i][j] -= weight;
                    matrix[j][i] -= weight;
                }
                for (int k = 0; k < contexts; k++) {
                    matrix[i][models + k] = LN_TEN * mixed[i * contexts + k];
                    matrix[models + k][i] = matrix[i][models + k];
                }
            }
            for (int k = 0; k < contexts; k++) {
                for (int l = 0; l <= k; l++) {
                    matrix[models + k][models + l] = style[k * contexts + l];
                    matrix[models + l][models + k] = style[k * contexts + l];
                }
            }
            return matrix;
        }
    }
}
