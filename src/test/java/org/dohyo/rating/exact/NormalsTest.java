package org.dohyo.rating.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalsTest {

    // Computed in Python, by SplitMix64 and the polar method.
    private static final double[] EXPECTED = { 0.42945220538400686, 1.5857725335739927, 0.4564552075888475 };

    private static double[] drawn(long seed, int count) {
        Normals normals = new Normals(seed);
        return DoubleStream.generate(normals::next).limit(count).toArray();
    }

    @Test
    void draws_areNormal() {
        int count = 200_000;
        double[] drawn = drawn(5, count);
        Arrays.sort(drawn);
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double expected = NormalDistribution.of(0, 1).cumulativeProbability(drawn[i]);
            largest = Math.max(largest, Math.abs(expected - (i + 0.5) / count));
        }
        // Kolmogorov's bound at one in a thousand.
        assertThat(largest).isLessThan(1.95 / Math.sqrt(count));
        assertThat(DoubleStream.of(drawn).map(x -> x * x).sum() / count).isCloseTo(1, within(0.02));
    }

    @Test
    void neighbours_areIndependent() {
        double[] drawn = drawn(6, 200_000);
        double product = 0;
        for (int i = 1; i < drawn.length; i++) {
            product += drawn[i] * drawn[i - 1];
        }
        assertThat(product / drawn.length).isCloseTo(0, within(0.01));
    }

    @Test
    void seed_decides() {
        assertThat(drawn(1, 100)).isEqualTo(drawn(1, 100)).isNotEqualTo(drawn(2, 100));
        assertThat(drawn(1, 3)).containsExactly(EXPECTED);
    }
}
