package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;

import org.dohyo.rating.exact.Grid;

/** The optimum of each component of the played pairs. */
final class Solution {

    /** How much of a tie is put on each played pair of a component without a finite optimum. */
    private static final double VIRTUAL_TIES = 0.1;

    private final int models;
    private final List<Component> components;
    private final List<Likelihood> likelihoods = new ArrayList<>();
    private final List<double[]> optima = new ArrayList<>();
    private final DoubleUnaryOperator rounding;

    /** Finds a component's optimum from some log-strengths. */
    @FunctionalInterface
    private interface Search {

        double[] optimum(Likelihood likelihood, double[] start);
    }

    /** @param start log-strengths to begin at */
    Solution(int models, List<WeightedPair> pairs, double[] start) {
        this(models, pairs, start, (likelihood, part) -> likelihood.minimise(part).theta(),
                DoubleUnaryOperator.identity());
    }

    private Solution(int models, List<WeightedPair> pairs, double[] start, Search search,
            DoubleUnaryOperator rounding) {
        this.models = models;
        this.rounding = rounding;
        this.components = Component.of(models, pairs);
        for (Component component : components) {
            double ties = component.hasOptimum() ? 0 : VIRTUAL_TIES;
            Likelihood likelihood = new Likelihood(component.size(), component.pairs(), ties);
            double[] part = Arrays.stream(component.members()).mapToDouble(model -> start[model]).toArray();
            likelihoods.add(likelihood);
            optima.add(component.size() == 1 ? new double[1] : search.optimum(likelihood, part));
        }
    }

    Solution(int models, List<WeightedPair> pairs) {
        this(models, pairs, new double[models]);
    }

    /** With the ratings on the {@link Grid}: the same from any start. */
    static Solution onGrid(int models, List<WeightedPair> pairs, double[] start) {
        return new Solution(models, pairs, start, Likelihood::onGrid, Grid::nearest);
    }

    /** All log-strengths, each component's with mean 0. */
    double[] theta() {
        double[] theta = new double[models];
        for (int c = 0; c < optima.size(); c++) {
            put(optima.get(c), components.get(c).members(), theta);
        }
        return theta;
    }

    private static void put(double[] part, int[] members, double[] whole) {
        for (int i = 0; i < members.length; i++) {
            whole[members[i]] = part[i];
        }
    }

    /** Which component each model is in. */
    int[] component() {
        int[] component = new int[models];
        for (int c = 0; c < components.size(); c++) {
            for (int model : components.get(c).members()) {
                component[model] = c;
            }
        }
        return component;
    }

    List<Component> components() {
        return components;
    }

    /** The Hessian of a component at its optimum. */
    Cholesky curvature(int component) {
        return at(component).gauged();
    }

    private Likelihood.Point at(int component) {
        return likelihoods.get(component).at(optima.get(component));
    }

    Fit withoutCovariance() {
        return with(Fit.unknown(models));
    }

    private Fit with(double[][] covariance) {
        boolean[] regularised = new boolean[models];
        int[] component = component();
        for (int model = 0; model < models; model++) {
            regularised[model] = likelihoods.get(component[model]).regularised();
        }
        return new Fit(Arrays.stream(theta()).map(EloScale::rating).map(rounding).toArray(), component, regularised,
                covariance);
    }

    /** With the covariance of independent votes. */
    Fit fit() {
        return filled((c, optimum) -> likelihoods.get(c).scores(optimum));
    }

    /** With the covariance that these scores of the votes fill. */
    Fit fit(double[][] scores) {
        return filled((c, optimum) -> {
            double[][] filling = part(scores, components.get(c).members());
            likelihoods.get(c).addVirtualSpread(optimum.theta(), filling);
            return filling;
        });
    }

    private Fit filled(BiFunction<Integer, Likelihood.Point, double[][]> scores) {
        double[][] covariance = new double[models][models];
        for (int c = 0; c < components.size(); c++) {
            int[] members = components.get(c).members();
            if (members.length == 1) {
                covariance[members[0]][members[0]] = Double.NaN;
            } else {
                Likelihood.Point optimum = at(c);
                double[][] filling = scores.apply(c, optimum);
                likelihoods.get(c).addMissingSpread(optimum.theta(), filling);
                put(optimum.gauged().sandwich(filling), members, covariance);
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
