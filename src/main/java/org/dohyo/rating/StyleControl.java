package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ratings with the effects of style taken out (FastChat's style control, T. Li, A. Angelopoulos and W.-L. Chiang, Does
 * style matter?, 2024), with the sandwich's intervals instead of a bootstrap's.
 */
public final class StyleControl {

    // In units of ρ and of log odds: far below what is shown.
    private static final double LAST_STEP = 1e-8;
    private static final double SCALE = 400;

    private StyleControl() {
    }

    /** @throws NotConvergedException if an optimum is not reached */
    public static StyleFit fit(StyleVotes votes) {
        Optimum style = Optimum.from(new StyleLikelihood(votes, false), new double[0]);
        // Fitted apart, so that the ratings are the peers'.
        Optimum position = Optimum.from(new StyleLikelihood(votes, true), style.beta);
        return new StyleFit(fit(votes, style), coefficients(votes, style), position(votes, position));
    }

    private static Fit fit(StyleVotes votes, Optimum optimum) {
        int models = votes.models();
        double[] ratings = new double[models];
        int[] component = new int[models];
        boolean[] regularised = new boolean[models];
        double[][] covariance = new double[models][models];
        List<Component> components = Component.of(models, pairs(votes));
        for (int c = 0; c < components.size(); c++) {
            boolean bounded = components.get(c).hasOptimum();
            for (int i : components.get(c).members()) {
                ratings[i] = EloScale.MEAN + SCALE * optimum.beta[i];
                component[i] = c;
                regularised[i] = !bounded;
                for (int j : components.get(c).members()) {
                    covariance[i][j] = components.get(c).size() == 1 ? Double.NaN
                            : SCALE * SCALE * optimum.covariance[i][j];
                }
            }
        }
        return new Fit(ratings, component, regularised, covariance).withAtLeast(expectedNearEdges(votes, optimum));
    }

    /**
     * The variances that the model and its penalty expect, (H⁻¹)_mm, of models with at most one win or at most one
     * loss, whose residuals show too little; NaN for the others.
     */
    private static double[] expectedNearEdges(StyleVotes votes, Optimum optimum) {
        int[] wins = new int[votes.models()];
        int[] losses = new int[votes.models()];
        for (int vote = 0; vote < votes.size(); vote++) {
            if (votes.score(vote) != 0.5) {
                boolean first = votes.score(vote) == 1;
                wins[first ? votes.a(vote) : votes.b(vote)]++;
                losses[first ? votes.b(vote) : votes.a(vote)]++;
            }
        }
        double[] expected = new double[votes.models()];
        for (int model = 0; model < expected.length; model++) {
            expected[model] = Math.min(wins[model], losses[model]) <= 1
                    ? SCALE * SCALE * optimum.curvature.inverse(model)
                    : Double.NaN;
        }
        return expected;
    }

    private static List<WeightedPair> pairs(StyleVotes votes) {
        int models = votes.models();
        double[][] scores = new double[models][models];
        for (int vote = 0; vote < votes.size(); vote++) {
            scores[votes.a(vote)][votes.b(vote)] += votes.score(vote);
            scores[votes.b(vote)][votes.a(vote)] += 1 - votes.score(vote);
        }
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            for (int j = i + 1; j < models; j++) {
                if (scores[i][j] + scores[j][i] > 0) {
                    pairs.add(new WeightedPair(i, j, scores[i][j], scores[j][i], 0));
                }
            }
        }
        return pairs;
    }

    private static List<StyleFit.Effect> coefficients(StyleVotes votes, Optimum optimum) {
        List<StyleFit.Effect> coefficients = new ArrayList<>();
        for (int k = 0; k < votes.features(); k++) {
            double[] direction = new double[optimum.beta.length];
            direction[votes.models() + k] = 1;
            coefficients.add(
                    optimum.likelihood.varies(k) ? optimum.along(direction, 1) : new StyleFit.Effect(0, Double.NaN));
        }
        return coefficients;
    }

    /** Where the answers look alike, not where they differ as they do on average. */
    private static StyleFit.Effect position(StyleVotes votes, Optimum optimum) {
        if (votes.size() == 0) {
            return new StyleFit.Effect(0, Double.NaN);
        }
        double[] direction = new double[optimum.beta.length];
        direction[direction.length - 1] = 1;
        for (int k = 0; k < votes.features(); k++) {
            direction[votes.models() + k] = -optimum.likelihood.offset(k);
        }
        return optimum.along(direction, EloScale.POINTS_PER_NAT);
    }

    /** The parameters at the smallest loss, and the covariance V = H⁻¹GH⁻¹ there. */
    private record Optimum(StyleLikelihood likelihood, double[] beta, Cholesky curvature, double[][] covariance) {

        static Optimum from(StyleLikelihood likelihood, double[] start) {
            StyleLikelihood.At begin = likelihood.new At(Arrays.copyOf(start, likelihood.parameters()));
            StyleLikelihood.At end = Newton.minimise(begin, beta -> likelihood.new At(beta),
                    (at, step) -> Newton.largest(step) < LAST_STEP).optimum();
            Cholesky curvature = end.hessian();
            return new Optimum(likelihood, end.parameters(), curvature, curvature.sandwich(end.scores()));
        }

        StyleFit.Effect along(double[] direction, double scale) {
            double value = 0;
            double variance = 0;
            for (int i = 0; i < direction.length; i++) {
                value += direction[i] * beta[i];
                for (int j = 0; j < direction.length; j++) {
                    variance += direction[i] * covariance[i][j] * direction[j];
                }
            }
            return new StyleFit.Effect(scale * value, scale * Confidence.Z * Math.sqrt(Math.max(0, variance)));
        }
    }
}
