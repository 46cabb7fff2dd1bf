package org.dohyo.integrity.tilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {

    private static double[] logs(double... values) {
        return DoubleStream.of(values).map(Math::log).toArray();
    }

    /** K = 5, α = 0.1: bars are 50, 25, 16.7, 12.5 and 10; 13 is the fourth-largest and passes 12.5. */
    @Test
    void rejectsAsManyAsByHand() {
        assertThat(Math.exp(FalseDiscoveries.logThreshold(logs(60, 0.5, 20, 13, 17), 0.1)))
                .isCloseTo(12.5, within(1e-9));
    }

    /** 40 alone is below 50, but two of 30 pass 25. */
    @Test
    void largeOnesHelpEachOther() {
        assertThat(FalseDiscoveries.logThreshold(logs(40, 1, 1, 1, 1), 0.1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Math.exp(FalseDiscoveries.logThreshold(logs(30, 30, 1, 1, 1), 0.1))).isCloseTo(25, within(1e-9));
    }

    @Test
    void keysWithoutEvidenceCountToo() {
        assertThat(FalseDiscoveries.logThreshold(logs(60), 1_000, 0.1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FalseDiscoveries.logThreshold(new double[0], 10, 0.1)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
