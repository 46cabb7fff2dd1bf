package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.dohyo.rating.Likelihood.Point;
import org.junit.jupiter.api.Test;

class LikelihoodTest {

    private static final double STEP = 1e-5;
    private static final Likelihood LIKELIHOOD = new Likelihood(4, List.of(new WeightedPair(0, 1, 7.5, 2, 3),
            new WeightedPair(0, 2, 1, 0, 0), new WeightedPair(1, 2, 30, 41.25, 8), new WeightedPair(3, 2, 2, 5, 0)),
            0.1);
    private static final double[] THETA = { 0.7, -0.2, 1.9, -2.4 };

    private static double[] moved(int model, double by) {
        double[] theta = THETA.clone();
        theta[model] += by;
        return theta;
    }

    @Test
    void gradient_isTheSlopeOfTheLoss() {
        double[] gradient = LIKELIHOOD.at(THETA).gradient();
        for (int i = 0; i < THETA.length; i++) {
            double slope = (LIKELIHOOD.at(moved(i, STEP)).loss() - LIKELIHOOD.at(moved(i, -STEP)).loss()) / (2 * STEP);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
        }
    }

    @Test
    void hessian_isTheSlopeOfTheGradient() {
        double[][] hessian = LIKELIHOOD.at(THETA).hessian();
        for (int i = 0; i < THETA.length; i++) {
            double[] above = LIKELIHOOD.at(moved(i, STEP)).gradient();
            double[] below = LIKELIHOOD.at(moved(i, -STEP)).gradient();
            for (int j = 0; j < THETA.length; j++) {
                assertThat(hessian[i][j]).isCloseTo((above[j] - below[j]) / (2 * STEP), within(1e-7));
            }
        }
    }

    @Test
    void loss_isExactFarOut() {
        Likelihood one = new Likelihood(2, List.of(new WeightedPair(0, 1, 1, 0, 0)), 0);
        // log(1+e^−x) is e^−x there, and x on the other side; neither underflows to 0 nor overflows.
        assertThat(one.at(new double[] { 50, 0 }).loss()).isCloseTo(Math.exp(-50), within(1e-35));
        assertThat(one.at(new double[] { 0, 2_000 }).loss()).isEqualTo(2_000);
    }

    @Test
    void withoutAnOptimum_anErrorNotAnAnswer() {
        Likelihood oneSided = new Likelihood(2, List.of(new WeightedPair(0, 1, 10, 0, 0)), 0);
        assertThatThrownBy(() -> oneSided.minimise(new double[2])).isInstanceOf(NotConvergedException.class);
        Likelihood nothing = new Likelihood(2, List.of(new WeightedPair(0, 1, Double.NaN, 1, 0)), 0);
        assertThatThrownBy(() -> nothing.minimise(new double[2])).isInstanceOf(NotConvergedException.class);
    }

    @Test
    void absurdStart_isNotFollowed() {
        Point optimum = LIKELIHOOD.minimise(new double[4]);
        Point fromAfar = LIKELIHOOD.minimise(new double[] { 1e6, -1e6, 0, 0 });
        assertThat(fromAfar.theta()).containsExactly(optimum.theta(), within(1e-9));
    }
}
