package org.dohyo.rating;

import java.util.Arrays;

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

    /** @throws NotConvergedException if the optimum is not reached */
    double[] minimise() {
        double[] theta = new double[likelihood.models()];
        for (int i = 0; i < MAX_STEPS; i++) {
            double[] step = gauged(likelihood.hessian(theta)).solve(likelihood.gradient(theta));
            theta = descend(theta, step);
            if (largest(step) < LAST_STEP && flat(likelihood.gradient(theta))) {
                return theta;
            }
        }
        throw new NotConvergedException("no optimum after " + MAX_STEPS + " Newton steps");
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
            definite[i] = Arrays.stream(hessian[i]).map(entry -> entry + shift).toArray();
        }
        return new Cholesky(definite);
    }

    private double[] descend(double[] theta, double[] step) {
        double before = likelihood.loss(theta);
        double size = 1;
        for (int i = 0; i < MAX_HALVINGS; i++, size /= 2) {
            double[] next = moved(theta, step, size);
            // At the optimum the loss changes by less than its rounding.
            if (likelihood.loss(next) <= before * (1 + 1e-12)) {
                return next;
            }
        }
        throw new NotConvergedException("no step lowers the loss " + before);
    }

    private static double[] moved(double[] theta, double[] step, double size) {
        double[] next = new double[theta.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = theta[i] - size * step[i];
        }
        double mean = Arrays.stream(next).average().orElse(0);
        return Arrays.stream(next).map(value -> value - mean).toArray();
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
