package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanTest {

    /** R 4.2: {@code t.test(1:5)$conf.int} gives 1.036757 4.963243. */
    @Test
    void interval_isStudents() {
        Mean mean = Mean.of(1, 2, 3, 4, 5);
        assertThat(mean.value()).isEqualTo(3);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(mean.low()).isCloseTo(1.036757, within(1e-6));
        assertThat(mean.high()).isCloseTo(4.963243, within(1e-6));
        assertThat(mean.n()).isEqualTo(5);
    }

    @Test
    void oneValue_tellsNothingOfItsError() {
        assertThat(Mean.of(7)).isEqualTo(new Mean(7, null, null, null, 1));
    }

    @Test
    void noValues_areRefused() {
        assertThatThrownBy(Mean::of).isInstanceOf(IllegalArgumentException.class);
    }
}
