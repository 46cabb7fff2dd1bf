package org.dohyo.rating;

import java.util.List;

/**
 * The Bradley-Terry negative log-likelihood of one connected component,
 * {@code −Σ s_ij·log σ(θ_i−θ_j) + s_ji·log σ(θ_j−θ_i)}, where {@code s_ij} are the wins of i over j and half their ties,
 * with {@code virtualTies} more ties on each played pair.
 */
record Likelihood(int models, List<WeightedPair> pairs, double virtualTies) {

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private double firstScore(WeightedPair pair) {
        return pair.firstWins() + (pair.halves() + virtualTies) / 2;
    }

    private double secondScore(WeightedPair pair) {
        return pair.secondWins() + (pair.halves() + virtualTies) / 2;
    }

    private static double difference(double[] theta, WeightedPair pair) {
        return theta[pair.first()] - theta[pair.second()];
    }

    double loss(double[] theta) {
        double sum = 0;
        for (WeightedPair pair : pairs) {
            double d = difference(theta, pair);
            sum += firstScore(pair) * softplus(-d) + secondScore(pair) * softplus(d);
        }
        return sum;
    }

    // log(1+eˣ) without overflow
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    double[] gradient(double[] theta) {
        double[] gradient = new double[models];
        for (WeightedPair pair : pairs) {
            double d = difference(theta, pair);
            // Not n·(p − share): for a pair with one winner that would be the difference of two nearly equal numbers.
            double slope = secondScore(pair) * sigmoid(d) - firstScore(pair) * sigmoid(-d);
            gradient[pair.first()] += slope;
            gradient[pair.second()] -= slope;
        }
        return gradient;
    }

    /** H = Σ n·p(1−p)·x·xᵀ. */
    double[][] hessian(double[] theta) {
        double[][] hessian = new double[models][models];
        for (WeightedPair pair : pairs) {
            double d = difference(theta, pair);
            addPair(hessian, pair, (pair.weight() + virtualTies) * sigmoid(d) * sigmoid(-d));
        }
        return hessian;
    }

    /** G = Σ (y−p)²·x·xᵀ over votes, y = 1, 0 or ½. */
    double[][] scores(double[] theta) {
        double[][] scores = new double[models][models];
        for (WeightedPair pair : pairs) {
            double p = sigmoid(difference(theta, pair));
            double q = sigmoid(-difference(theta, pair));
            double tie = (q - p) / 2;
            addPair(scores, pair, pair.firstWins() * q * q + pair.secondWins() * p * p
                    + (pair.halves() + virtualTies) * tie * tie);
        }
        return scores;
    }

    private static void addPair(double[][] matrix, WeightedPair pair, double weight) {
        matrix[pair.first()][pair.first()] += weight;
        matrix[pair.second()][pair.second()] += weight;
        matrix[pair.first()][pair.second()] -= weight;
        matrix[pair.second()][pair.first()] -= weight;
    }

    double[] votesPerModel() {
        double[] votes = new double[models];
        for (WeightedPair pair : pairs) {
            votes[pair.first()] += pair.weight();
            votes[pair.second()] += pair.weight();
        }
        return votes;
    }
}
