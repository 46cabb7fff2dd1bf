package org.dohyo.benchmark.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class ScoreMatrixTest {

    /**
     * Worked by hand; the second column is an error rate, the third has one model only, in the fourth all are alike.
     */
    private final ScoreMatrix matrix = new ScoreMatrix(List.of(
            Arrays.asList(0.9, 10.0, 0.4, 5.0),
            Arrays.asList(0.7, null, null, 5.0),
            Arrays.asList(0.7, 30.0, null, 5.0),
            Arrays.asList(null, null, null, null)), List.of(true, false, true, true));

    @Test
    void meanWinRate_isTheShareOfOthersBeaten_overScenarios() {
        List<ScoreMatrix.Mean> rates = matrix.meanWinRates();
        assertThat(rates.get(0)).isEqualTo(new ScoreMatrix.Mean((1 + 1 + 0.5) / 3, 3));
        assertThat(rates.get(1)).isEqualTo(new ScoreMatrix.Mean((0.25 + 0.5) / 2, 2));
        assertThat(rates.get(2)).isEqualTo(new ScoreMatrix.Mean((0.25 + 0 + 0.5) / 3, 3));
        assertThat(rates.get(3)).isEqualTo(new ScoreMatrix.Mean(null, 0));
    }

    @Test
    void standardised_isInStandardDeviations_higherAlwaysBetter() {
        List<ScoreMatrix.Mean> scores = matrix.standardised();
        double first = (0.9 - 2.3 / 3) / (0.2 / Math.sqrt(3));
        assertThat(scores.get(0).value()).isEqualTo((first + 1 / Math.sqrt(2)) / 2, within(1e-12));
        assertThat(scores.get(0).scenarios()).isEqualTo(2);
        assertThat(scores.get(1).value()).isEqualTo(-first / 2, within(1e-12));
        assertThat(scores.get(1).scenarios()).isEqualTo(1);
        assertThat(scores.get(3).value()).isNull();
    }
}
