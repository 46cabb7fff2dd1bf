package org.dohyo.rating.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ConformalPriorTest {

    private static double[] zeros(int models) {
        return new double[models];
    }

    private static double[] upTo(int models) {
        return IntStream.range(0, models).mapToDouble(i -> (i * 7 + 3) % models + 1).toArray();
    }

    @Test
    void fewerThan19ModelsGiveNoInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConformalPrior.of(zeros(18), zeros(18)))
                .withMessageContaining("at least 19");
        assertThat(ConformalPrior.of(zeros(19), upTo(19)).half()).as("the largest of 19").isEqualTo(19);
    }

    @Test
    void halfWidthIsTheOrderStatistic() {
        for (int models = 19; models < 200; models++) {
            if (models % 7 != 0) {
                double half = ConformalPrior.of(zeros(models), upTo(models)).half();
                assertThat(half).as(models + " models").isEqualTo(Math.ceil(19 * (models + 1) / 20.0));
            }
        }
        assertThat(ConformalPrior.of(zeros(40), upTo(40)).of(1_200)).isEqualTo(new Interval(1_200, 1_161, 1_239));
    }

    @Test
    void refusesWhatIsNoNumber() {
        double[] predicted = zeros(20);
        predicted[3] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> ConformalPrior.of(predicted, zeros(20)));
        assertThatIllegalArgumentException().isThrownBy(() -> ConformalPrior.of(zeros(20), zeros(21)));
    }

    /** Between 95% and 95% + 1/(n+1), whatever the errors' distribution: here a skewed one. */
    @Test
    void holdsANewcomersRating() {
        Random random = new Random(1);
        int rounds = 20_000;
        int held = 0;
        for (int round = 0; round < rounds; round++) {
            double[] rated = random.doubles(31).map(u -> Math.pow(u, -0.4)).toArray();
            double[] calibration = Arrays.copyOf(rated, 30);
            Interval interval = ConformalPrior.of(zeros(30), calibration).of(0);
            held += Math.abs(rated[30]) <= interval.high() ? 1 : 0;
        }
        // 30 of 31
        assertThat((double) held / rounds).isCloseTo(30.0 / 31, within(0.006));
    }
}
