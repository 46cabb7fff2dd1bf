package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class PairSamplingTest {

    private static final int DRAWS = 100_000;

    @Test
    void draws_followTheWeights() {
        double[] weights = { 1, 2, 0.5, 0, 4 };
        PairSampling sampling = new PairSampling(weights);
        SplittableRandom random = new SplittableRandom(20261124);
        int[][] seen = new int[weights.length][weights.length];
        for (int i = 0; i < DRAWS; i++) {
            PairSampling.Drawn drawn = sampling.draw(random);
            assertThat(drawn.propensity()).isEqualTo(sampling.probability(drawn.first(), drawn.second()));
            seen[drawn.first()][drawn.second()]++;
        }
        // Six pairs have a weight, so five degrees of freedom.
        assertThat(chiSquared(sampling, seen))
                .isLessThan(ChiSquaredDistribution.of(5).inverseSurvivalProbability(0.001));
    }

    /** Pearson's statistic of {@value #DRAWS} draws. */
    static double chiSquared(PairSampling sampling, int[][] seen) {
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            for (int j = i + 1; j < seen.length; j++) {
                double expected = DRAWS * sampling.probability(i, j);
                if (expected == 0) {
                    assertThat(seen[i][j]).isZero();
                } else {
                    sum += Math.pow(seen[i][j] - expected, 2) / expected;
                }
            }
        }
        return sum;
    }

    @Test
    void scores_areDrawnAsTold() {
        PairSampling sampling = new PairSampling(new double[][] { { 0, 1, 0 }, { 1, 0, 3 }, { 0, 3, 0 } });
        assertThat(sampling.probability(0, 2)).isZero();
        assertThat(sampling.probability(2, 1)).isEqualTo(0.75);
        assertThat(sampling.draw(new SplittableRandom(1)).second()).isNotZero();
        assertThatThrownBy(() -> new PairSampling(new double[2][2])).hasMessageContaining("no pair");
        assertThatThrownBy(() -> new PairSampling(new double[][] { { 0, -1 }, { -1, 0 } })).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PairSampling(new double[0])).hasMessageContaining("no pair");
    }

    @Test
    void shares_addUpToOne() {
        double[] shares = new PairSampling(new double[] { 1, 1, 1, 3 }).shares();
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(shares[3]).isCloseTo(9 / 12.0 / 2, within(1e-12));
    }

    @Test
    void fewerThanTwoWeights_refused() {
        assertThatThrownBy(() -> new PairSampling(new double[] { 1, 0 })).hasMessageContaining("no pair");
        assertThatThrownBy(() -> new PairSampling(new double[] { 1, Double.NaN })).hasMessageContaining("NaN");
    }
}
