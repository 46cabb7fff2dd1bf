package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    /**
     * The example of {@code ci.spear} in the R package statpsych 1.6.0, whose manual states: estimate 0.8699639,
     * interval 0.5840951 to 0.9638297. Both sides hold equal values.
     */
    @Test
    void agreesWithStatpsych() {
        double[] y = { 21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19 };
        double[] x = { 67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51 };
        RankCorrelation found = RankCorrelation.of(x, y);
        assertThat(found.rho()).isEqualTo(0.8699639, within(5e-8));
        assertThat(found.low()).isEqualTo(0.5840951, within(5e-8));
        assertThat(found.high()).isEqualTo(0.9638297, within(5e-8));
        assertThat(found.n()).isEqualTo(15);
    }

    @Test
    void turnedRound_isTheOpposite() {
        double[] x = { 1, 2, 3, 4, 5, 6 };
        double[] y = { 2, 1, 4, 3, 6, 5 };
        RankCorrelation same = RankCorrelation.of(x, y);
        RankCorrelation turned = RankCorrelation.of(x, new double[] { -2, -1, -4, -3, -6, -5 });
        assertThat(turned.rho()).isEqualTo(-same.rho());
        assertThat(turned.low()).isEqualTo(-same.high(), within(1e-12));
        assertThat(turned.high()).isEqualTo(-same.low(), within(1e-12));
    }

    @Test
    void theSameOrder_claimsNoMoreThanOneSwappedPair() {
        double[] x = { 1, 2, 3, 4, 5 };
        RankCorrelation same = RankCorrelation.of(x, x);
        RankCorrelation swapped = RankCorrelation.of(x, new double[] { 1, 2, 3, 5, 4 });
        assertThat(same.rho()).isEqualTo(1);
        assertThat(same.high()).isEqualTo(1);
        assertThat(same.low()).isEqualTo(swapped.low(), within(1e-12)).isLessThan(0.9);
        assertThat(RankCorrelation.of(x, new double[] { 5, 4, 3, 2, 1 }).low()).isEqualTo(-1);
    }

    @Test
    void tooLittle_hasNoInterval() {
        RankCorrelation three = RankCorrelation.of(new double[] { 1, 2, 3 }, new double[] { 1, 3, 2 });
        assertThat(three.rho()).isEqualTo(0.5);
        assertThat(three.low()).isNaN();
        assertThat(RankCorrelation.of(new double[] { 1, 2, 3, 4 }, new double[] { 7, 7, 7, 7 }).rho()).isNaN();
        assertThat(RankCorrelation.of(new double[0], new double[0]).rho()).isNaN();
        assertThatThrownBy(() -> RankCorrelation.of(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
