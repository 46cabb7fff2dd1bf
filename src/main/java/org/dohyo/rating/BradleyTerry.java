package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The Bradley-Terry model: P(i beats j) = 1/(1+10^((R_j−R_i)/400)), ties and both-bad as half a win each way
 * (R. A. Bradley and M. E. Terry, Rank analysis of incomplete block designs, 1952).
 */
public final class BradleyTerry {

    private static final double VIRTUAL_TIES = 0.1;

    private BradleyTerry() {
    }

    /**
     * The maximum-likelihood ratings, with the covariance V = H⁻¹GH⁻¹ of independent votes (the sandwich of
     * Chiang et al., arXiv 2403.04132). Each component of the played pairs is fitted by itself.
     *
     * @throws NotConvergedException if an optimum is not reached
     */
    public static Fit fit(PairCounts counts) {
        List<WeightedPair> pairs = counts.pairs().stream().map(WeightedPair::of).toList();
        return new Solution(counts.models(), pairs).fit();
    }

    /**
     * As {@link #fit(PairCounts)}, each voter's votes weighted and taken as hanging together: the covariance is the
     * sandwich filled with {@link VoterVotes#scores}.
     */
    public static Fit fit(VoterVotes votes) {
        Solution solution = new Solution(votes.models(), votes.weighted());
        return solution.fit(votes.scores(solution.theta()));
    }

    /** The ratings of weighted votes without their covariance, which the sums don't tell: it is NaN. */
    public static Fit ratings(int models, List<WeightedPair> pairs) {
        return new Solution(models, pairs).withoutCovariance();
    }

    /** The optimum of each component. */
    private static final class Solution {

        private final int models;
        private final List<Component> components;
        private final List<Likelihood> likelihoods = new ArrayList<>();
        private final List<double[]> optima = new ArrayList<>();

        Solution(int models, List<WeightedPair> pairs) {
            this.models = models;
            this.components = Component.of(models, pairs);
            for (Component component : components) {
                double ties = component.hasOptimum() ? 0 : VIRTUAL_TIES;
                Likelihood likelihood = new Likelihood(component.size(), component.pairs(), ties);
                likelihoods.add(likelihood);
                optima.add(component.size() == 1 ? new double[1] : new Newton(likelihood).minimise());
            }
        }

        /** All log-strengths, each component's with mean 0. */
        double[] theta() {
            double[] theta = new double[models];
            for (int c = 0; c < optima.size(); c++) {
                for (int i = 0; i < optima.get(c).length; i++) {
                    theta[components.get(c).members()[i]] = optima.get(c)[i];
                }
            }
            return theta;
        }

        Fit withoutCovariance() {
            return with(Fit.unknown(models));
        }

        private Fit with(double[][] covariance) {
            int[] component = new int[models];
            boolean[] regularised = new boolean[models];
            for (int c = 0; c < components.size(); c++) {
                for (int model : components.get(c).members()) {
                    component[model] = c;
                    regularised[model] = likelihoods.get(c).virtualTies() > 0;
                }
            }
            return new Fit(Arrays.stream(theta()).map(EloScale::rating).toArray(), component, regularised, covariance);
        }

        Fit fit() {
            return filled(c -> likelihoods.get(c).scores(optima.get(c)));
        }

        Fit fit(double[][] scores) {
            return filled(c -> part(scores, components.get(c).members()));
        }

        private Fit filled(IntFunction<double[][]> scores) {
            double[][] covariance = new double[models][models];
            for (int c = 0; c < components.size(); c++) {
                int[] members = components.get(c).members();
                if (members.length == 1) {
                    covariance[members[0]][members[0]] = Double.NaN;
                } else {
                    Cholesky hessian = Newton.gauged(likelihoods.get(c).hessian(optima.get(c)));
                    put(hessian.sandwich(scores.apply(c)), members, covariance);
                }
            }
            return with(covariance);
        }

        private static double[][] part(double[][] whole, int[] members) {
            double[][] part = new double[members.length][members.length];
            for (int i = 0; i < members.length; i++) {
                for (int j = 0; j < members.length; j++) {
                    part[i][j] = whole[members[i]][members[j]];
                }
            }
            return part;
        }

        private static void put(double[][] part, int[] members, double[][] covariance) {
            double squared = EloScale.POINTS_PER_NAT * EloScale.POINTS_PER_NAT;
            for (int i = 0; i < members.length; i++) {
                for (int j = 0; j < members.length; j++) {
                    covariance[members[i]][members[j]] = squared * part[i][j];
                }
            }
        }
    }
}
