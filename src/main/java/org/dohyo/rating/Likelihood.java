package org.dohyo.rating;

import java.util.Arrays;
import java.util.List;

import org.dohyo.rating.exact.Exact;
import org.dohyo.rating.exact.Grid;

/**
 * The Bradley-Terry negative log-likelihood of one connected component,
 * {@code −Σ s_ij·log σ(θ_i−θ_j) + s_ji·log σ(θ_j−θ_i)}, where {@code s_ij} are the wins of i over j and half their
 * ties, with {@code virtualTies} more ties on each played pair. Pairs stand in flat arrays: a board of 200 models has
 * 19,900.
 */
final class Likelihood {

    private static final double GRADIENT_PER_VOTE = 1e-9;
    // Where a pair has one winner the gradient is flat long before the optimum, so the step has to be small too.
    private static final double LAST_STEP = 1e-6;
    // Two ends that are both so near to the optimum are far nearer to each other than the grid's doubt.
    private static final double SAFE_SHARE = 1.0 / 64;
    /** Two models that each move by so much move by 1 against each other. */
    private static final double SHORT_STEP = 0.5;
    /** z² of 95%: the number of decided votes that Agresti and Coull add to a share before they trust its spread. */
    private static final double ENOUGH_DECIDED = Confidence.Z * Confidence.Z;

    private final int models;
    private final double virtualTies;
    private final int[] first;
    private final int[] second;
    private final double[] firstWins;
    private final double[] secondWins;
    private final double[] halves;

    Likelihood(int models, List<WeightedPair> pairs, double virtualTies) {
        this.models = models;
        this.virtualTies = virtualTies;
        this.first = new int[pairs.size()];
        this.second = new int[pairs.size()];
        this.firstWins = new double[pairs.size()];
        this.secondWins = new double[pairs.size()];
        this.halves = new double[pairs.size()];
        for (int i = 0; i < first.length; i++) {
            WeightedPair pair = pairs.get(i);
            first[i] = pair.first();
            second[i] = pair.second();
            firstWins[i] = pair.firstWins();
            secondWins[i] = pair.secondWins();
            halves[i] = pair.halves();
        }
    }

    static double sigmoid(double x) {
        return 1 / (1 + Exact.exp(-x));
    }

    boolean regularised() {
        return virtualTies > 0;
    }

    /**
     * The likelihood around one point; H = Σ n·p(1−p)·x·xᵀ. Loss and Hessian are computed when they are asked for: near
     * the optimum the first is not, and of the last point neither.
     */
    final class Point implements Newton.Point {

        private final double[] theta;
        private final double[] gradient = new double[models];
        /** Of each pair, the probability that the first wins, and the other. */
        private final double[] p = new double[first.length];
        private final double[] q = new double[first.length];
        private Cholesky gauged;

        private Point(double[] theta) {
            this.theta = theta;
            for (int pair = 0; pair < first.length; pair++) {
                double d = theta[first[pair]] - theta[second[pair]];
                double tail = Exact.exp(-Math.abs(d));
                double sure = 1 / (1 + tail);
                double rest = tail / (1 + tail);
                p[pair] = d > 0 ? sure : rest;
                q[pair] = d > 0 ? rest : sure;
                // Not n·(p − share): for a pair with one winner that would be the difference of two nearly equal numbers.
                double slope = secondScore(pair) * p[pair] - firstScore(pair) * q[pair];
                gradient[first[pair]] += slope;
                gradient[second[pair]] -= slope;
            }
        }

        double[] theta() {
            return theta;
        }

        double[] gradient() {
            return gradient;
        }

        double[][] hessian() {
            double[][] hessian = new double[models][models];
            for (int pair = 0; pair < first.length; pair++) {
                add(hessian, pair, (firstScore(pair) + secondScore(pair)) * p[pair] * q[pair]);
            }
            return hessian;
        }

        @Override
        public double loss() {
            double loss = 0;
            for (int pair = 0; pair < first.length; pair++) {
                double d = theta[first[pair]] - theta[second[pair]];
                loss += (firstScore(pair) + secondScore(pair)) * Exact.log1p(Exact.exp(-Math.abs(d)))
                        + (d > 0 ? secondScore(pair) * d : -firstScore(pair) * d);
            }
            return loss;
        }

        @Override
        public double[] parameters() {
            return theta;
        }

        @Override
        public double[] step() {
            return gauged().solve(gradient);
        }

        /**
         * A step that moves no two models by more than R = 1 against each other lowers the loss by at least
         * gᵀH⁻¹g·(1 − (e^R−R−1)/R²), since the third derivative of the logistic loss is nowhere above the second (F.
         * Bach, Self-concordant analysis for logistic regression, 2010, proposition 1).
         */
        @Override
        public boolean descends(double[] step) {
            return Newton.largest(step) <= SHORT_STEP;
        }

        /**
         * The Hessian is singular along (1,…,1). Adding c·11ᵀ makes it definite without touching anything orthogonal to
         * that direction, so its inverse acts on gradients and scores, whose sums are zero, as the pseudo-inverse does.
         */
        Cholesky gauged() {
            if (gauged == null) {
                gauged = new Cholesky(definite());
            }
            return gauged;
        }

        private double[][] definite() {
            double[][] definite = hessian();
            double trace = 0;
            for (int i = 0; i < models; i++) {
                trace += definite[i][i];
            }
            double shift = trace / models / models;
            for (double[] row : definite) {
                for (int j = 0; j < models; j++) {
                    row[j] += shift;
                }
            }
            return definite;
        }
    }

    /**
     * The optimum with the gauge Σθ = 0.
     *
     * @param start any point; the optimum is the same from anywhere
     * @throws NotConvergedException if the optimum is not reached
     */
    Point minimise(double[] start) {
        return search(start).optimum();
    }

    /**
     * The log-strengths of the ratings on the {@link Grid} next to the optimum: the same from any start. Where the end
     * of a search could lie on another side of the middle of two of them than the optimum, the search that begins at
     * equal ratings decides.
     *
     * @throws NotConvergedException if the optimum is not reached
     */
    double[] onGrid(double[] start) {
        double[] near = Newton.largest(start) == 0 ? null : decided(start);
        double[] theta = near == null ? minimise(new double[models]).theta() : near;
        return Arrays.stream(theta).map(EloScale::rating).map(Grid::nearest).map(EloScale::logStrength).toArray();
    }

    /** The end of a search if there is no doubt about its neighbour on the grid; else null. */
    private double[] decided(double[] start) {
        try {
            Newton.End<Point> end = search(start);
            Point optimum = end.optimum();
            // The step that would follow measures what is left of the distance, and the rounding of the gradient.
            double left = EloScale.POINTS_PER_NAT * Newton.largest(end.before().gauged().solve(optimum.gradient()));
            return left < Grid.UNDECIDED * SAFE_SHARE
                    && Arrays.stream(optimum.theta()).map(EloScale::rating).allMatch(Grid::decides) ? optimum.theta()
                            : null;
        } catch (NotConvergedException e) {
            return null;
        }
    }

    private Newton.End<Point> search(double[] start) {
        double[] votes = votesPerModel();
        return Newton.minimise(begin(start), theta -> at(centred(theta)),
                (point, step) -> Newton.largest(step) < LAST_STEP && flat(point.gradient(), votes));
    }

    /** A start that explains the votes worse than all-equal is no help: far out the Hessian vanishes. */
    private Point begin(double[] start) {
        if (Newton.largest(start) == 0) {
            return at(start);
        }
        Point given = at(centred(start));
        if (isNear(given)) {
            return given;
        }
        Point equal = at(new double[models]);
        return given.loss() < equal.loss() ? given : equal;
    }

    private static boolean isNear(Point point) {
        try {
            return point.descends(point.step());
        } catch (NotConvergedException e) {
            return false;
        }
    }

    private static double[] centred(double[] theta) {
        double[] centred = theta.clone();
        double mean = Exact.sum(theta) / theta.length;
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        return centred;
    }

    private static boolean flat(double[] gradient, double[] votes) {
        for (int i = 0; i < gradient.length; i++) {
            if (!(Math.abs(gradient[i]) / votes[i] < GRADIENT_PER_VOTE)) {
                return false;
            }
        }
        return true;
    }

    Point at(double[] theta) {
        return new Point(theta);
    }

    private double firstScore(int pair) {
        return firstWins[pair] + (halves[pair] + virtualTies) / 2;
    }

    private double secondScore(int pair) {
        return secondWins[pair] + (halves[pair] + virtualTies) / 2;
    }

    /** G = Σ (y−p)²·x·xᵀ over votes, y = 1, 0 or ½. */
    double[][] scores(Point at) {
        double[][] scores = new double[models][models];
        for (int pair = 0; pair < first.length; pair++) {
            double d = at.theta[first[pair]] - at.theta[second[pair]];
            double rare = sigmoid(-Math.abs(d));
            double p = d > 0 ? at.p[pair] : rare;
            double q = d > 0 ? rare : at.q[pair];
            double tie = (q - p) / 2;
            add(scores, pair, firstWins[pair] * q * q + secondWins[pair] * p * p + halves[pair] * tie * tie);
        }
        addVirtualSpread(at.theta, scores);
        return scores;
    }

    /** Adds the spread of the virtual ties to a sandwich's filling. */
    void addVirtualSpread(double[] theta, double[][] scores) {
        if (!regularised()) {
            return;
        }
        for (int pair = 0; pair < first.length; pair++) {
            double tie = 0.5 - sigmoid(theta[first[pair]] - theta[second[pair]]);
            add(scores, pair, virtualTies * tie * tie);
        }
    }

    /**
     * Adds the spread that ties alone don't show to a sandwich's filling. Ties between equals have y = p and so no
     * spread, but they don't prove that no vote will ever be decided. Where a model has fewer than z² decided votes, as
     * many of its ties as are lacking get the spread p(1−p) of a decided vote. Models with four decided votes are left
     * as they are.
     */
    void addMissingSpread(double[] theta, double[][] scores) {
        double[] lacking = lackingShares();
        for (int pair = 0; pair < first.length; pair++) {
            double share = Math.max(lacking[first[pair]], lacking[second[pair]]);
            if (share > 0) {
                double d = theta[first[pair]] - theta[second[pair]];
                add(scores, pair, share * halves[pair] * sigmoid(d) * sigmoid(-d));
            }
        }
    }

    /** The share of each model's ties that is taken as if decided. */
    private double[] lackingShares() {
        double[] decided = new double[models];
        double[] tied = new double[models];
        for (int pair = 0; pair < first.length; pair++) {
            for (int model : new int[] { first[pair], second[pair] }) {
                decided[model] += firstWins[pair] + secondWins[pair];
                tied[model] += halves[pair];
            }
        }
        double[] shares = new double[models];
        for (int model = 0; model < models; model++) {
            double lacking = Math.max(0, ENOUGH_DECIDED - decided[model]);
            shares[model] = tied[model] > 0 ? Math.min(1, lacking / tied[model]) : 0;
        }
        return shares;
    }

    private void add(double[][] matrix, int pair, double weight) {
        int i = first[pair];
        int j = second[pair];
        matrix[i][i] += weight;
        matrix[j][j] += weight;
        matrix[i][j] -= weight;
        matrix[j][i] -= weight;
    }

    double[] votesPerModel() {
        double[] votes = new double[models];
        for (int pair = 0; pair < first.length; pair++) {
            double weight = firstWins[pair] + secondWins[pair] + halves[pair];
            votes[first[pair]] += weight;
            votes[second[pair]] += weight;
        }
        return votes;
    }
}
