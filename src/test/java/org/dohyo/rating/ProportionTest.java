package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void equalsWilson() {
        // statsmodels proportion_confint(5, 10, 0.05, method='wilson'), as in the user guide of Commons Statistics
        Proportion half = Proportion.of(5, 10);
        assertThat(half.share()).isEqualTo(0.5);
        assertThat(half.low()).isCloseTo(0.23659, within(5e-6));
        assertThat(half.high()).isCloseTo(0.76341, within(5e-6));
    }

    @Test
    void noneOrAll_isNotCertainty() {
        // z²/(n+z²)
        assertThat(Proportion.of(0, 10).low()).isZero();
        assertThat(Proportion.of(0, 10).high()).isCloseTo(0.277533, within(1e-6));
        assertThat(Proportion.of(10, 10).low()).isCloseTo(1 - 0.277533, within(1e-6));
        assertThat(Proportion.of(10, 10).high()).isEqualTo(1);
    }

    @Test
    void noEvents_anythingIsPossible() {
        Proportion nothing = Proportion.of(0, 0);
        assertThat(nothing.share()).isNaN();
        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isEqualTo(1);
    }
}
