package org.dohyo.rating.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    private static final double ALPHA = 0.05;

    private static MeanInterval of(double... scores) {
        return MeanInterval.of(scores, Comparison.of(scores, ALPHA), ALPHA);
    }

    private static double[] drawn(SplittableRandom random, int votes, double better, double worse) {
        return IntStream.range(0, votes).mapToDouble(vote -> {
            double chance = random.nextDouble();
            return chance < better ? 1 : chance < better + worse ? -1 : 0;
        }).toArray();
    }

    @Test
    void withoutVotes_anythingIsPossible() {
        assertThat(of()).isEqualTo(new MeanInterval(0, -1, 1));
    }

    /** Of equal scores 1 against the mean m each gambler has (1 + λ·(1 − m)/(1 + m))ⁿ. */
    @Test
    void boundIsWhereTheGamblersReachTheBar() {
        double[] wins = new double[30];
        Arrays.fill(wins, 1);
        MeanInterval interval = of(wins);
        double capital = 0;
        for (int k = 0; k < 40; k++) {
            double stake = Math.pow((k + 0.5) / 40, 2);
            capital += Math.pow(1 + stake * (1 - interval.low()) / (1 + interval.low()), 30) / 40;
        }
        assertThat(capital).isCloseTo(2 / ALPHA, within(1e-3));
        assertThat(interval.estimate()).isEqualTo(1);
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void directionsMirrorEachOther() {
        double[] scores = drawn(new SplittableRandom(3), 200, 0.5, 0.2);
        MeanInterval interval = of(scores);
        MeanInterval turned = of(Arrays.stream(scores).map(score -> -score).toArray());
        assertThat(turned.low()).isCloseTo(-interval.high(), within(1e-6));
        assertThat(turned.high()).isCloseTo(-interval.low(), within(1e-6));
    }

    @Test
    void intervalExcludesNothing_exactlyWhenTheComparisonDecides() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 40; run++) {
            double[] scores = drawn(random, 120, 0.45, 0.25);
            Comparison comparison = Comparison.of(scores, ALPHA);
            MeanInterval interval = MeanInterval.of(scores, comparison, ALPHA);
            boolean better = comparison.verdict() == Verdict.B_BETTER && interval.estimate() > 0;
            assertThat(interval.low() > -1e-6 && interval.estimate() > 0).isEqualTo(better);
        }
    }

    /** The bound of at least 95% holds for all times at once, so at one of them it is much surer. */
    @Test
    void truthIsInside_andMoreVotesNarrowIt() {
        SplittableRandom random = new SplittableRandom(7);
        int missed = 0;
        double few = 0;
        double many = 0;
        for (int run = 0; run < 60; run++) {
            double[] scores = drawn(random, 400, 0.4, 0.3);
            MeanInterval interval = of(scores);
            missed += interval.low() > 0.1 || interval.high() < 0.1 ? 1 : 0;
            MeanInterval beginning = of(Arrays.copyOf(scores, 100));
            few += beginning.high() - beginning.low();
            many += interval.high() - interval.low();
        }
        assertThat(missed).isLessThanOrEqualTo(4);
        assertThat(many).isLessThan(0.65 * few);
    }
}
