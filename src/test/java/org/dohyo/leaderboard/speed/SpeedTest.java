package org.dohyo.leaderboard.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    private static Buckets buckets(double... values) {
        return Buckets.of(DoubleStream.of(values).mapToObj(value -> (int) Math.floor(Math.log(value) / Buckets.STEP))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static double[] times(int answers) {
        Random random = new Random(answers);
        return random.doubles(answers).map(u -> 400 * Math.exp(3 * u * u)).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.1, 0.4, 0.5, 0.9, 0.99 })
    void quantile_isWithinABucketOfTheTrueOne(double share) {
        double[] times = times(5_000);
        double[] sorted = Arrays.stream(times).sorted().toArray();
        assertThat(buckets(times).quantile(share)).isCloseTo(sorted[(int) (share * 5_000)],
                Percentage.withPercentage(5));
    }

    @Test
    void figure_hasTheSlowTail_whicheverWayIsFaster() {
        Buckets buckets = buckets(times(1_000));
        Speed.Figure wait = Speed.Figure.of(buckets, SpeedMeasure.FIRST_TEXT, 1_000).orElseThrow();
        Speed.Figure rate = Speed.Figure.of(buckets, SpeedMeasure.TOKENS_PER_SECOND, 1).orElseThrow();
        assertThat(wait.nineOfTen()).isGreaterThan(wait.median()).isCloseTo(buckets.quantile(0.9) / 1_000,
                within(1e-9));
        assertThat(rate.nineOfTen()).isLessThan(rate.median());
        assertThat(wait.answers()).isEqualTo(1_000);
    }

    /** Of 400 samples of 100 answers each, about 380 have the true median, 400·exp(0.75), in their interval. */
    @Test
    void intervalOfTheMedian_holdsTheTrueOne() {
        Random random = new Random(7);
        int held = 0;
        for (int i = 0; i < 400; i++) {
            Speed.Figure figure = Speed.Figure
                    .of(buckets(random.doubles(100).map(u -> 400 * Math.exp(3 * u * u)).toArray()),
                            SpeedMeasure.FIRST_TEXT, 1)
                    .orElseThrow();
            double truth = 400 * Math.exp(0.75);
            held += figure.low() <= truth && truth <= figure.high() ? 1 : 0;
        }
        assertThat(held).isBetween(365, 395);
    }

    @Test
    void tooFewAnswers_haveNoFigure() {
        assertThat(Speed.Figure.of(buckets(times(Speed.LEAST_ANSWERS - 1)), SpeedMeasure.FIRST_TEXT, 1)).isEmpty();
        assertThat(Speed.Figure.of(buckets(times(Speed.LEAST_ANSWERS)), SpeedMeasure.FIRST_TEXT, 1)).isPresent();
        assertThat(Speed.Figure.of(buckets(), SpeedMeasure.FIRST_TEXT, 1)).isEmpty();
    }
}
