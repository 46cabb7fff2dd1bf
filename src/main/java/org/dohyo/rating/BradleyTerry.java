package org.dohyo.rating;

import java.util.List;

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
        int n = counts.models();
        Fit fit = new Fit(new double[n], new int[n], new boolean[n], new double[n][n]);
        List<Component> components = Component.of(counts);
        for (int i = 0; i < components.size(); i++) {
            fitOne(components.get(i), i, fit);
        }
        return fit;
    }

    private static void fitOne(Component component, int number, Fit fit) {
        boolean regularised = !component.hasOptimum();
        for (int model : component.members()) {
            fit.component()[model] = number;
            fit.regularised()[model] = regularised;
        }
        if (component.size() == 1) {
            int alone = component.members()[0];
            fit.ratings()[alone] = EloScale.MEAN;
            fit.covariance()[alone][alone] = Double.NaN;
            return;
        }
        Likelihood likelihood = new Likelihood(component.size(), component.pairs(), regularised ? VIRTUAL_TIES : 0);
        fill(fit, component.members(), likelihood, new Newton(likelihood).minimise());
    }

    private static void fill(Fit fit, int[] members, Likelihood likelihood, double[] theta) {
        double[][] covariance = Newton.gauged(likelihood.hessian(theta)).sandwich(likelihood.scores(theta));
        double squared = EloScale.POINTS_PER_NAT * EloScale.POINTS_PER_NAT;
        for (int i = 0; i < members.length; i++) {
            fit.ratings()[members[i]] = EloScale.rating(theta[i]);
            for (int j = 0; j < members.length; j++) {
                fit.covariance()[members[i]][members[j]] = squared * covariance[i][j];
            }
        }
    }
}
