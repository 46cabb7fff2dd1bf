package org.dohyo.rating.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class KendallsTauTest {

    private static KendallsTau tau(double[] x, double... y) {
        return KendallsTau.of(x, y, 1);
    }

    @Test
    void knownValues() {
        // scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]).statistic
        assertThat(tau(new double[] { 12, 2, 1, 12, 2 }, 1, 4, 7, 1, 0).tau())
                .isCloseTo(-0.47140452079103173, within(1e-12));
        assertThat(tau(new double[] { 1, 2, 3 }, 10, 20, 30).tau()).isEqualTo(1);
        assertThat(tau(new double[] { 1, 2, 3 }, 3, 2, 1).tau()).isEqualTo(-1);
        assertThat(tau(new double[] { 0.0, -0.0, 1 }, 1, 2, 3).tau()).isCloseTo(2 / Math.sqrt(6), within(1e-12));
    }

    @Test
    void interval_needsFiveModels() {
        assertThat(tau(new double[] { 1, 2, 3, 4 }, 1, 2, 4, 3).low()).isNaN();
        assertThat(tau(new double[] { 1, 2, 3, 4, 5 }, 1, 2, 4, 3, 5).low()).isBetween(-1.0, 0.8);
    }

    @Test
    void sameOrder_isNotCertain() {
        KendallsTau same = tau(new double[] { 1, 2, 3, 4, 5, 6 }, 1, 2, 3, 4, 5, 6);
        assertThat(same.tau()).isEqualTo(1);
        assertThat(same.low()).isBetween(0.2, 0.95);
        assertThat(same.high()).isEqualTo(1);
        KendallsTau opposite = tau(new double[] { 1, 2, 3, 4, 5, 6 }, 6, 5, 4, 3, 2, 1);
        assertThat(opposite.low()).isEqualTo(-1);
        assertThat(opposite.high()).isBetween(-0.95, -0.2);
    }

    @Test
    void oneValueOnly_isUndefined() {
        assertThat(tau(new double[] { 1, 1, 1, 1, 1, 1 }, 1, 2, 3, 4, 5, 6).tau()).isNaN();
        assertThat(tau(new double[0]).tau()).isNaN();
    }

    @Test
    void otherLengths_areRefused() {
        assertThatThrownBy(() -> tau(new double[] { 1 }, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of normal values with correlation ρ, τ is 2/π·asin ρ. */
    @Test
    void interval_coversTheTruth() {
        double rho = 0.7;
        double truth = 2 / Math.PI * Math.asin(rho);
        SplittableRandom random = new SplittableRandom(5);
        int rounds = 200;
        int covered = 0;
        for (int round = 0; round < rounds; round++) {
            double[] x = IntStream.range(0, 40).mapToDouble(i -> random.nextGaussian()).toArray();
            double[] y = IntStream.range(0, 40)
                    .mapToDouble(i -> rho * x[i] + Math.sqrt(1 - rho * rho) * random.nextGaussian()).toArray();
            KendallsTau tau = KendallsTau.of(x, y, round);
            covered += tau.low() <= truth && truth <= tau.high() ? 1 : 0;
        }
        assertThat(covered / (double) rounds).isBetween(0.88, 0.99);
    }
}
