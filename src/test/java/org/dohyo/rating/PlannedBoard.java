package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up board on which each vote is drawn from a plan and cast: strengths are normal, a vote is a tie with
 * probability 0.8·p(1−p) and its mean is p, so that Bradley-Terry holds exactly whatever the plan.
 */
final class PlannedBoard {

    /** How the next pairs are drawn. */
    enum Plan {
        UNIFORM,
        LEARNING
    }

    private static final double TIES = 0.8;

    private final Plan plan;
    private final double[] strengths;
    private final SplittableRandom random;
    // [i][j]: wins of i over j, and in the upper triangle of the second their ties.
    private final long[][] wins;
    private final long[][] ties;
    private double[] weights;
    private long votes;

    PlannedBoard(Plan plan, int models, double sd, long seed) {
        this.plan = plan;
        this.random = new SplittableRandom(seed);
        this.strengths = new double[models];
        Arrays.setAll(strengths, i -> sd * random.nextGaussian());
        this.wins = new long[models][models];
        this.ties = new long[models][models];
        this.weights = new double[models];
        Arrays.fill(weights, 1);
    }

    /** The last model is not drawn until {@link #admitLast}. */
    void holdBackLast() {
        weights[weights.length - 1] = 0;
    }

    void admitLast() {
        weights[weights.length - 1] = 1;
    }

    long votes() {
        return votes;
    }

    /** Votes drawn evenly from all pairs, whatever the plan. */
    void settle(int count) {
        cast(new PairSampling(weights), count);
    }

    /** Votes by the plan as it stands after the votes before: it is not made anew within these. */
    void vote(int count) {
        cast(plan == Plan.UNIFORM ? new PairSampling(weights)
                : Matchmaking.sampling(weights, fit(), counts().pairs().stream().map(WeightedPair::of).toList()),
                count);
    }

    private void cast(PairSampling sampling, int count) {
        for (int v = 0; v < count; v++) {
            PairSampling.Drawn drawn = sampling.draw(random);
            double p = Likelihood.sigmoid(strengths[drawn.first()] - strengths[drawn.second()]);
            double tie = TIES * p * (1 - p);
            double at = random.nextDouble();
            if (at < tie) {
                ties[drawn.first()][drawn.second()]++;
            } else if (at < tie / 2 + p) {
                wins[drawn.first()][drawn.second()]++;
            } else {
                wins[drawn.second()][drawn.first()]++;
            }
        }
        votes += count;
    }

    private PairCounts counts() {
        List<PairCount> pairs = new ArrayList<>();
        for (int i = 0; i < wins.length; i++) {
            for (int j = i + 1; j < wins.length; j++) {
                pairs.add(new PairCount(i, j, wins[i][j], wins[j][i], ties[i][j], 0));
            }
        }
        return new PairCounts(wins.length, pairs);
    }

    Fit fit() {
        return BradleyTerry.fit(counts());
    }

    /** Mean width of the 95% intervals, in points. */
    double ratingWidth() {
        Fit fit = fit();
        double sum = 0;
        for (int i = 0; i < wins.length; i++) {
            sum += 2 * fit.halfWidth(i);
        }
        return sum / wins.length;
    }

    /** Mean number of ranks a model may have, were a difference sure beyond {@code critical} standard errors. */
    static double rankWidth(Fit fit, double critical) {
        int models = fit.ratings().length;
        int unsure = 0;
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                unsure += Math.abs(fit.ratings()[i] - fit.ratings()[j]) <= critical * error(fit, i, j) ? 1 : 0;
            }
        }
        return (double) unsure / models;
    }

    /** The number of ranks that one model may have, as {@link #rankWidth(Fit, double)}. */
    static int rankWidth(Fit fit, double critical, int model) {
        int unsure = 0;
        for (int other = 0; other < fit.ratings().length; other++) {
            unsure += Math.abs(fit.ratings()[model] - fit.ratings()[other]) <= critical * error(fit, model, other) ? 1
                    : 0;
        }
        return unsure;
    }

    private static double error(Fit fit, int i, int j) {
        double[][] v = fit.covariance();
        return Math.sqrt(Math.max(0, v[i][i] + v[j][j] - 2 * v[i][j]));
    }

    /** Whether no surely better model is in truth the weaker one. */
    boolean ordersRightly(Fit fit, double critical) {
        for (int i = 0; i < strengths.length; i++) {
            for (int j = 0; j < strengths.length; j++) {
                if (fit.ratings()[i] - fit.ratings()[j] > critical * error(fit, i, j) && strengths[i] < strengths[j]) {
                    return false;
                }
            }
        }
        return true;
    }
}
