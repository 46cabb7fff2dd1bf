package org.dohyo.rating;

import java.util.Arrays;

import org.dohyo.rating.Likelihood.Point;

/** Minimises a {@link Likelihood} by Newton's method with step halving; the gauge is Σθ = 0. */
final class Newton {

    private static final int MAX_STEPS = 500;
    private static final int MAX_HALVINGS = 60;
    private static final double GRADIENT_PER_VOTE = 1e-9;
    // Where a pair has one winner the gradient is flat long before the optimum, so the step has to be small too.
    private static final double LAST_STEP = 1e-6;

    private final Likelihood likelihood;
    private final double[] votes;

    Newton(Likelihood likelihood) {
        this.likelihood = likelihood;
        this.votes = likelihood.votesPerModel();
    }

    /**
     * @param start where to begin; the optimum is the same from anywhere
     * @throws NotConvergedException if the optimum is not reached
     */
    Point minimise(double[] start) {
        Point at = begin(start);
        for (int i = 0; i < MAX_STEPS; i++) {
            double[] step = gauged(at.hessian()).solve(at.gradient());
            at = descend(at, step);
            if (largest(step) < LAST_STEP && flat(at.gradient())) {
                return at;
            }
        }
        throw new NotConvergedException("no optimum after " + MAX_STEPS + " Newton steps");
    }

    /** A start that explains the votes worse than all-equal is no help: far out the Hessian vanishes. */
    private Point begin(double[] start) {
        Point equal = likelihood.at(new double[start.length]);
        if (largest(start) == 0) {
            return equal;
        }
        Point given = likelihood.at(moved(start, new double[start.length], 0));
        return given.loss() < equal.loss() ? given : equal;
    }

    /**
     * The Hessian is singular along (1,…,1). Adding c·11ᵀ makes it definite without touching anything orthogonal to
     * that direction, so its inverse acts on gradients and scores, whose sums are zero, as the pseudo-inverse does.
     */
    static Cholesky gauged(double[][] hessian) {
        double trace = 0;
        for (int i = 0; i < hessian.length; i++) {
            trace += hessian[i][i];
        }
        double shift = trace / hessian.length / hessian.length;
        double[][] definite = new double[hessian.length][];
        for (int i = 0; i < hessian.length; i++) {
            definite[i] = hessian[i].clone();
            for (int j = 0; j < hessian.length; j++) {
                definite[i][j] += shift;
            }
        }
        return new Cholesky(definite);
    }

    private Point descend(Point from, double[] step) {
        double size = 1;
        for (int i = 0; i < MAX_HALVINGS; i++, size /= 2) {
            Point next = likelihood.at(moved(from.theta(), step, size));
            // At the optimum the loss changes by less than its rounding.
            if (next.loss() <= from.loss() * (1 + 1e-12)) {
                return next;
            }
        }
        throw new NotConvergedException("no step lowers the loss " + from.loss());
    }

    private static double[] moved(double[] theta, double[] step, double size) {
        double[] next = new double[theta.length];
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            next[i] = theta[i] - size * step[i];
            sum += next[i];
        }
        for (int i = 0; i < next.length; i++) {
            next[i] -= sum / next.length;
        }
        return next;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private boolean flat(double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            if (!(Math.abs(gradient[i]) / votes[i] < GRADIENT_PER_VOTE)) {
                return false;
            }
        }
        return true;
    }
}
