package org.dohyo.rating.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ExactTest {

    @Test
    void logarithm_isThatOfJava_butForTheLastBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double x = Math.scalb(random.nextDouble() + 0x1p-53, -random.nextInt(60));
            double expected = StrictMath.log(x);
            assertThat(Exact.log(x)).as("log %s", x)
                    .isCloseTo(expected, within(3 * Math.ulp(Math.max(1 / 3.0, Math.abs(expected)))));
        }
        assertThat(Exact.log(1)).isZero();
        assertThat(Exact.log(Math.nextDown(1.0))).isCloseTo(-0x1p-53, within(0x1p-80));
        assertThat(Exact.log(1024)).isEqualTo(10 * Math.log(2));
    }
}
