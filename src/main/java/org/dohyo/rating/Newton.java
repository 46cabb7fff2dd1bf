package org.dohyo.rating;

import java.util.function.BiPredicate;
import java.util.function.Function;

/** Newton's method with step halving. */
public final class Newton {

    private static final int MAX_STEPS = 500;
    private static final int MAX_HALVINGS = 60;
    // At the optimum the loss changes by less than its rounding.
    private static final double ROUNDING = 1e-12;

    private Newton() {
    }

    /** A convex function around one point. */
    public interface Point {

        double[] parameters();

        double loss();

        /** H⁻¹g, the inverse of the Hessian times the gradient: to be subtracted from the parameters. */
        double[] step();

        /** True if the whole step is known to lower the loss, which then isn't compared. */
        default boolean descends(double[] step) {
            return false;
        }
    }

    /** Where a walk ended, and the point from which its last step was taken. */
    public record End<P>(P optimum, P before) {
    }

    /**
     * Walks down to the optimum.
     *
     * @param function evaluates the function at some parameters
     * @param optimal whether a point, reached by the given step, is the optimum
     * @throws NotConvergedException if the optimum is not reached
     */
    public static <P extends Point> End<P> minimise(P start, Function<double[], P> function,
            BiPredicate<P, double[]> optimal) {
        P at = start;
        for (int i = 0; i < MAX_STEPS; i++) {
            P before = at;
            double[] step = before.step();
            at = descend(before, step, function);
            if (optimal.test(at, step)) {
                return new End<>(at, before);
            }
        }
        throw new NotConvergedException("no optimum after " + MAX_STEPS + " Newton steps");
    }

    private static <P extends Point> P descend(P from, double[] step, Function<double[], P> function) {
        if (from.descends(step)) {
            return function.apply(moved(from.parameters(), step, 1));
        }
        double size = 1;
        for (int i = 0; i < MAX_HALVINGS; i++, size /= 2) {
            P next = function.apply(moved(from.parameters(), step, size));
            if (next.loss() <= from.loss() * (1 + ROUNDING)) {
                return next;
            }
        }
        throw new NotConvergedException("no step lowers the loss " + from.loss());
    }

    private static double[] moved(double[] parameters, double[] step, double size) {
        double[] next = parameters.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= size * step[i];
        }
        return next;
    }

    public static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
