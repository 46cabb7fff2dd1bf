package org.dohyo.rating;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which pair is drawn next, so that a vote teaches most: a mixture of three plans, each in proportion to the product of
 * the models' weights as well.
 * <ul>
 * <li>{@value #FLOOR} goes by weights alone, so that each pair keeps at least that share of what its weights give.</li>
 * <li>Up to {@value #CATCH_UP} goes to models that are known less well than the field.</li>
 * <li>The rest goes to pairs whose vote brings most models nearer to a place that is sure (docs/rating.md,
 * Matchmaking).</li>
 * </ul>
 * A model with half the weight of others is taken as due half their votes: that it is known less well is no reason to
 * draw it more.
 */
public final class Matchmaking {

    static final double FLOOR = 0.3;
    static final double CATCH_UP = 0.4;
    // For one whose place is sure already only its rating gains.
    private static final double CATCH_UP_IN_PLACE = 0.1;

    // An interval 5% wider than the field's median is wide enough to begin catching up.
    private static final double BEHIND = 1.1;
    private static final double CATCH_UP_SLOPE = 5;
    // How far beyond the critical value a difference is still worth votes, in standard errors.
    private static final double BAND = 0.75;
    private static final double ERROR_RATE = 0.05;
    // At 1 a pair is drawn in proportion to its gain; at infinity the best one always, however little it leads.
    private static final double CONCENTRATION = 3;

    private final double[] weights;
    private final double[] theta;
    private final Information information;
    private final double[] variances;
    private final double critical;
    private final double inflation;

    private Matchmaking(double[] weights, Fit fit, List<WeightedPair> votes) {
        this.weights = weights;
        this.theta = Arrays.stream(fit.ratings())
                .map(rating -> (rating - EloScale.MEAN) / EloScale.POINTS_PER_NAT).toArray();
        this.information = new Information(theta, votes);
        this.variances = information.variances();
        this.critical = critical(theta.length);
        this.inflation = inflation(fit);
    }

    /**
     * The plan for models 0 … weights.length−1.
     *
     * @param weights 0 for a model that is not to be drawn, whose votes still inform the ratings of others
     * @param fit ratings of all these models (a model without votes has 1000); its covariance, where known, tells by
     *        how much votes are worth more or less than independent ones without ties
     * @param votes the weighted votes on each played pair
     * @throws IllegalArgumentException if a weight is negative or not finite, fewer than two are positive, or the fit
     *         is of another number of models
     */
    public static PairSampling sampling(double[] weights, Fit fit, List<WeightedPair> votes) {
        if (weights.length != fit.ratings().length) {
            throw new IllegalArgumentException(weights.length + " weights, " + fit.ratings().length + " ratings");
        }
        PairSampling byWeights = new PairSampling(weights);
        return new PairSampling(new Matchmaking(weights, fit, votes).mixed(byWeights));
    }

    private double[][] mixed(PairSampling byWeights) {
        double[] lag = lag();
        double[][] catchUp = normalised((i, j) -> (lag[i] + lag[j]) * information.unseen(i, j), byWeights);
        double[][] gains = information.gains(contested());
        double[][] learning = normalised((i, j) -> Math.pow(gains[i][j] / due(i, j), CONCENTRATION), byWeights);
        double share = catchUpShare(lag);
        double[][] mixed = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                mixed[i][j] = FLOOR * byWeights.probability(i, j) + share * catchUp[i][j]
                        + (1 - FLOOR - share) * learning[i][j];
            }
        }
        return mixed;
    }

    private interface Score {
        double of(int i, int j);
    }

    /** Weights times scores, adding up to one over all pairs; the weights alone where no pair has a score. */
    private double[][] normalised(Score score, PairSampling byWeights) {
        int n = weights.length;
        double[][] scores = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = i == j ? 0 : weights[i] * weights[j];
                scores[i][j] = product == 0 ? 0 : product * score.of(i, j);
                sum += scores[i][j] / 2;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scores[i][j] = sum > 0 ? scores[i][j] / sum : byWeights.probability(i, j);
            }
        }
        return scores;
    }

    // The variance of a difference, were votes cast by weights alone, up to a factor.
    private double due(int i, int j) {
        return 1 / weights[i] + 1 / weights[j];
    }

    /** The variances of differences by the fit over those of independent votes without ties; 1 if not known. */
    private double inflation(Fit fit) {
        double known = 0;
        double expected = 0;
        for (int i = 0; i < theta.length; i++) {
            for (int j = 0; j < i; j++) {
                // Where only virtual ties hold a rating, its variance means nothing.
                if (fit.component()[i] == fit.component()[j] && !fit.regularised()[i]) {
                    known += fit.covariance()[i][i] + fit.covariance()[j][j] - 2 * fit.covariance()[i][j];
                    expected += information.ofDifference(i, j);
                }
            }
        }
        double squared = EloScale.POINTS_PER_NAT * EloScale.POINTS_PER_NAT;
        return known > 0 ? known / squared / expected : 1;
    }

    // Bonferroni's bound for all pairs at once: within 5% of what RankIntervals draws, and needs no drawing.
    private static double critical(int models) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(ERROR_RATE / models / (models - 1));
    }

    /** The estimated difference in its standard errors. */
    private double standing(int i, int j) {
        return Math.abs(theta[i] - theta[j]) / Math.sqrt(inflation * information.ofDifference(i, j));
    }

    /** The share by which each model is known less well than the field's median, per weight. */
    private double[] lag() {
        double[] perWeight = new double[theta.length];
        Arrays.setAll(perWeight, i -> variances[i] * weights[i]);
        double[] drawn = Arrays.stream(perWeight).filter(variance -> variance > 0).sorted().toArray();
        double enough = BEHIND * drawn[drawn.length / 2];
        return Arrays.stream(perWeight).map(variance -> Math.max(0, 1 - enough / variance)).toArray();
    }

    private double catchUpShare(double[] lag) {
        double share = 0;
        for (int i = 0; i < lag.length; i++) {
            share = Math.max(share, Math.min(inPlace(i) ? CATCH_UP_IN_PLACE : CATCH_UP, CATCH_UP_SLOPE * lag[i]));
        }
        return share;
    }

    /** Whether it is already sure which other models are better and which are worse. */
    private boolean inPlace(int model) {
        for (int other = 0; other < theta.length; other++) {
            if (other != model && weights[other] > 0 && standing(model, other) < critical) {
                return false;
            }
        }
        return true;
    }

    /**
     * The Laplacian of what each difference's relative variance counts: most where it is nearly sure, so that few votes
     * make it so, little where it is hopeless, and nothing well beyond.
     */
    private double[][] contested() {
        int n = theta.length;
        double[][] laplacian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && weights[i] * weights[j] > 0) {
                    double counts = worth(standing(i, j)) / information.ofDifference(i, j);
                    laplacian[i][j] -= counts;
                    laplacian[i][i] += counts;
                }
            }
        }
        return laplacian;
    }

    private double worth(double standing) {
        double beyond = (standing - critical) / BAND;
        return beyond < 0 ? Math.pow(standing / critical, 2) : Math.exp(-beyond * beyond / 2);
    }
}
