package org.dohyo.rating.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedRatingsTest {

    private static final double[] THETA = { 0.8, 0.3, 0, -0.4, -0.7 };
    private static final double NOBODY = Double.NaN;

    private static JudgeWorld world(JudgeWorld.Judge judge, JudgeWorld.Queue queue) {
        return new JudgeWorld(THETA, judge, queue, 0, 0);
    }

    @Test
    void allAnswered_isThePlainModel() {
        List<JudgedPair> pairs = world(JudgeWorld.Judge.GOOD, JudgeWorld.Queue.RANDOM)
                .pairs(2_000, new SplittableRandom(1)).stream().filter(pair -> pair.judged().answered())
                .map(pair -> new JudgedPair(pair.first(), pair.second(),
                        new Judged(pair.judged().judge(), pair.judged().person(), 1, -1)))
                .toList();
        PairCounts counts = new PairCounts(5, pairs.stream().map(pair -> {
            int doubled = (int) (2 * pair.judged().person());
            return new PairCount(pair.first(), pair.second(), doubled / 2, (2 - doubled) / 2, doubled % 2, 0);
        }).toList());
        Fit plain = BradleyTerry.fit(counts);
        JudgedRatings ratings = JudgedRatings.of(5, pairs);
        assertThat(ratings.power()).isZero();
        for (int model = 0; model < 5; model++) {
            assertThat(ratings.with().ratings()[model]).isCloseTo(plain.ratings()[model], within(1e-6));
            assertThat(ratings.with().halfWidth(model)).isCloseTo(plain.halfWidth(model),
                    within(0.01 * plain.halfWidth(model)));
        }
    }

    @Test
    void equationsAreSolved() {
        List<JudgedPair> pairs = world(JudgeWorld.Judge.GOOD, JudgeWorld.Queue.ADAPTIVE)
                .pairs(600, new SplittableRandom(2));
        JudgedRatings ratings = JudgedRatings.of(5, pairs);
        assertThat(ratings.power()).isBetween(0.2, 1.0);
        double[] sums = new double[5];
        for (JudgedPair pair : pairs) {
            Judged one = pair.judged();
            double p = 1 / (1 + Math.pow(10, (ratings.with().ratings()[pair.second()]
                    - ratings.with().ratings()[pair.first()]) / 400));
            double score = (one.answered() ? (p - one.person()) / one.propensity() : 0)
                    - ratings.power() * ((one.answered() ? 1 / one.propensity() : 0) - 1) * (p - one.judge());
            sums[pair.first()] += score;
            sums[pair.second()] -= score;
        }
        assertThat(Arrays.stream(sums).map(Math::abs).max().orElseThrow()).isLessThan(1e-6);
        assertThat(Arrays.stream(ratings.with().ratings()).average().orElseThrow()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void contraryJudgeIsIgnored() {
        JudgedRatings ratings = JudgedRatings.of(5, world(JudgeWorld.Judge.CONTRARY, JudgeWorld.Queue.RANDOM)
                .pairs(600, new SplittableRandom(3)));
        assertThat(ratings.power()).isZero();
        assertThat(ratings.with()).isSameAs(ratings.without());
    }

    @Test
    void judgeConnectsNothing() {
        List<JudgedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pairs.add(new JudgedPair(0, 1, new Judged(0.6, i % 2 == 0 ? i % 4 / 2 : NOBODY, 0.5, -1)));
            pairs.add(new JudgedPair(2, 3, new Judged(0.4, i % 2 == 0 ? i % 4 / 2 : NOBODY, 0.5, -1)));
            pairs.add(new JudgedPair(1, 2, new Judged(0.9, NOBODY, 0.5, -1)));
        }
        JudgedRatings ratings = JudgedRatings.of(5, pairs);
        assertThat(ratings.with().component()).containsExactly(0, 0, 1, 1, 2);
        assertThat(ratings.with().ratings()[0] + ratings.with().ratings()[1]).isCloseTo(2_000, within(1e-6));
        assertThat(ratings.with().ratings()[4]).isEqualTo(1_000);
        assertThat(ratings.with().halfWidth(4)).isNaN();
        assertThat(ratings.with().covariance()[1][2]).isZero();
    }

    /** One vote of people leaves a newcomer uncertain, however sure the judge is; no optimum is no failure. */
    @Test
    void newcomerStaysUncertain() {
        List<JudgedPair> pairs = new ArrayList<>(world(JudgeWorld.Judge.GOOD, JudgeWorld.Queue.RANDOM)
                .pairs(600, new SplittableRandom(3)));
        pairs.add(new JudgedPair(5, 0, new Judged(1, 1, 0.3, -1)));
        for (int i = 0; i < 30; i++) {
            pairs.add(new JudgedPair(5, i % 5, new Judged(1, NOBODY, 0.3, -1)));
        }
        JudgedRatings ratings = JudgedRatings.of(6, pairs);
        assertThat(ratings.with().ratings()[5]).isFinite();
        assertThat(ratings.with().halfWidth(5)).isGreaterThan(300);
    }

    /** Few votes of people and many verdicts of a judge make every kind of edge. */
    @Test
    void anyFewVotesHaveAFit() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 400; round++) {
            int models = 2 + random.nextInt(4);
            List<JudgedPair> pairs = new ArrayList<>();
            pairs.add(new JudgedPair(0, 1, new Judged(random.nextInt(2), random.nextInt(2), 0.1, -1)));
            pairs.add(new JudgedPair(0, 1, new Judged(random.nextInt(2), random.nextInt(2), 0.9, -1)));
            for (int item = random.nextInt(30); item > 0; item--) {
                int first = random.nextInt(models);
                pairs.add(new JudgedPair(first, (first + 1 + random.nextInt(models - 1)) % models,
                        new Judged(random.nextInt(3) / 2.0, random.nextInt(3) > 0 ? NOBODY : random.nextInt(3) / 2.0,
                                0.1 + 0.8 * random.nextDouble(), random.nextInt(9) - 6)));
            }
            JudgedRatings ratings = JudgedRatings.of(models, pairs);
            for (int model = 0; model < models; model++) {
                assertThat(ratings.with().ratings()[model]).as(pairs::toString).isBetween(-5_000.0, 7_000.0);
                assertThat(ratings.with().halfWidth(model)).as(pairs::toString).isNotEqualTo(0);
                assertThat(ratings.without().halfWidth(model)).isNotEqualTo(0);
            }
        }
    }

    @Test
    void refusesWhatIsNoPairAndTooFewVoters() {
        Judged fine = new Judged(1, 1, 0.5, -1);
        assertThatIllegalArgumentException().isThrownBy(() -> new JudgedPair(0, 0, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> new JudgedPair(0, 1, new Judged(2, 1, 0.5, -1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new JudgedPair(0, 1, new Judged(1, -1, 0.5, -1)));
        assertThatIllegalArgumentException().isThrownBy(() -> JudgedRatings.of(1, List.of(new JudgedPair(0, 1, fine))));
        assertThatIllegalArgumentException().isThrownBy(() -> JudgedRatings.of(2, List.of(new JudgedPair(0, 1, fine))));
    }

    @ParameterizedTest
    @CsvSource({ "GOOD, RANDOM", "GOOD, ADAPTIVE", "BIASED, ADAPTIVE", "USELESS, ADAPTIVE" })
    void intervalsHoldTheTruth(JudgeWorld.Judge judge, JudgeWorld.Queue queue) {
        Held held = Held.of(world(judge, queue), 600, 80);
        assertThat(held.with()).isBetween(0.91, 0.985);
        assertThat(held.without()).isBetween(0.91, 0.985);
        assertThat(held.ratio()).isLessThan(judge == JudgeWorld.Judge.USELESS ? 1.01 : 0.97);
    }

    /** {@code ./mvnw test -Pproof -Dtest=JudgedRatingsTest} prints the figures of docs/projects-statistics.md. */
    @Test
    @Tag("proof")
    void documentedFigures() {
        for (JudgeWorld.Queue queue : JudgeWorld.Queue.values()) {
            for (JudgeWorld.Judge judge : JudgeWorld.Judge.values()) {
                for (int items : new int[] { 300, 1_500 }) {
                    Held held = Held.of(world(judge, queue), items, 1_000);
                    System.out.println("| " + queue + " | " + judge + " | " + items + " | " + held);
                    assertThat(held.with()).isBetween(0.93, 0.965);
                }
            }
            JudgeWorld tastes = new JudgeWorld(THETA, JudgeWorld.Judge.GOOD, queue, 20, 0.7);
            Held held = Held.of(tastes, 1_500, 1_000);
            System.out.println("| " + queue + " | GOOD, 20 annotators of taste 0.7 | 1500 | " + held);
            assertThat(held.with()).isBetween(0.93, 0.975);
        }
    }

    /** How often intervals hold the truth, and the mean width with to without a judge. */
    private record Held(double with, double without, double ratio, double power) {

        static Held of(JudgeWorld world, int items, int worlds) {
            double[] truth = world.ratings();
            double[] sums = new double[5];
            for (int seed = 0; seed < worlds; seed++) {
                JudgedRatings ratings = JudgedRatings.of(5, world.pairs(items, new SplittableRandom(seed)));
                for (int model = 0; model < 5; model++) {
                    sums[0] += held(ratings.with(), model, truth);
                    sums[1] += held(ratings.without(), model, truth);
                    sums[2] += ratings.with().halfWidth(model);
                    sums[3] += ratings.without().halfWidth(model);
                }
                sums[4] += ratings.power();
            }
            return new Held(sums[0] / worlds / 5, sums[1] / worlds / 5, sums[2] / sums[3], sums[4] / worlds);
        }

        private static int held(Fit fit, int model, double[] truth) {
            return Math.abs(fit.ratings()[model] - truth[model]) <= fit.halfWidth(model) ? 1 : 0;
        }
    }
}
