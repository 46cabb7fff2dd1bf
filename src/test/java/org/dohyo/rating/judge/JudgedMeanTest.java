package org.dohyo.rating.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgedMeanTest {

    private static final double NOBODY = Double.NaN;

    private static List<Judged> items(JudgeWorld world, int items, long seed) {
        return world.pairs(items, new SplittableRandom(seed)).stream().map(JudgedPair::judged).toList();
    }

    @Test
    void withoutJudgeAndWithEqualPropensities_isTheMeanOfTheAnswers() {
        List<Judged> items = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            items.add(new Judged(0.3, i % 3 == 0 ? i % 2 : NOBODY, 1.0 / 3, -1));
        }
        JudgedMean mean = JudgedMean.of(items);
        assertThat(mean.answered()).isEqualTo(100);
        assertThat(mean.items()).isEqualTo(300);
        assertThat(mean.without().value()).isCloseTo(0.5, within(1e-12));
        // 1.984·√(¼/99)
        assertThat(mean.without().high() - 0.5).isCloseTo(0.0997, within(0.004));
        assertThat(mean.with()).as("a judge who always says the same").isEqualTo(mean.without());
    }

    @Test
    void perfectJudgeGivesTheMeanOfAllItems() {
        List<Judged> items = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            double score = i * 7 % 11 / 10.0;
            sum += score;
            items.add(new Judged(5 - 2 * score, i % 3 == 0 ? score : NOBODY, 1.0 / 3, -1));
        }
        JudgedMean mean = JudgedMean.of(items);
        assertThat(mean.with().value()).isCloseTo(sum / 300, within(1e-12));
        assertThat(mean.with().high() - mean.with().low())
                .isLessThan(0.62 * (mean.without().high() - mean.without().low()));
    }

    @Test
    void allAnswered_theJudgeChangesNothing() {
        List<Judged> items = IntStream.range(0, 40)
                .mapToObj(i -> new Judged(i % 4, i % 5 < 3 ? 1 : 0, 1, -1)).toList();
        JudgedMean mean = JudgedMean.of(items);
        assertThat(mean.with().value()).isCloseTo(0.6, within(1e-12));
        assertThat(mean.with().low()).isCloseTo(mean.without().low(), within(1e-12));
    }

    @Test
    void fewerThanTwoAnswersOrClusters_isNoEstimate() {
        assertThat(JudgedMean.of(List.of()).with().value()).isNaN();
        assertThat(JudgedMean.of(List.of(new Judged(1, 1, 0.5, -1), new Judged(1, NOBODY, 0.5, -1))).with().low())
                .isNaN();
        assertThat(JudgedMean.of(List.of(new Judged(1, 1, 0.5, 3), new Judged(1, 0, 0.5, 3))).without().low()).isNaN();
    }

    @Test
    void oneClusterAsManyItems_isOneItem() {
        List<Judged> single = IntStream.range(0, 40).mapToObj(i -> new Judged(0, i % 2, 1, i)).toList();
        List<Judged> fourfold = IntStream.range(0, 160).mapToObj(i -> new Judged(0, i / 4 % 2, 1, i / 4)).toList();
        assertThat(JudgedMean.of(fourfold).without().high())
                .isCloseTo(JudgedMean.of(single).without().high(), within(0.003));
    }

    @Test
    void refusesWhatIsNoItem() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Judged(NOBODY, 1, 0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Judged(0, Double.POSITIVE_INFINITY, 0.5, 0));
        for (double propensity : new double[] { 0, -1, 1.1, Double.NaN }) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Judged(0, 1, propensity, 0));
        }
        assertThatIllegalArgumentException().as("sure to be asked, and wasn't")
                .isThrownBy(() -> new Judged(0, NOBODY, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({ "GOOD, RANDOM", "GOOD, ADAPTIVE", "BIASED, ADAPTIVE", "USELESS, RANDOM", "CONTRARY, ADAPTIVE" })
    void intervalHoldsTheWinRate(JudgeWorld.Judge judge, JudgeWorld.Queue queue) {
        Held held = Held.of(new JudgeWorld(new double[] { 0.4, 0 }, judge, queue, 0, 0), 400, 400);
        assertThat(held.with()).isBetween(0.92, 0.98);
        assertThat(held.without()).isBetween(0.92, 0.98);
        assertThat(Math.abs(held.bias())).as("in standard errors of the mean over worlds").isLessThan(3.5);
        assertThat(held.ratio()).isLessThan(judge == JudgeWorld.Judge.USELESS ? 1.02 : 0.97);
    }

    /** What goes wrong otherwise: the judge's word for people's, and an adaptive queue taken for a random sample. */
    @Test
    void withoutPeopleOrPropensities_intervalsFail() {
        JudgeWorld biased = new JudgeWorld(new double[] { 0.4, 0 }, JudgeWorld.Judge.BIASED, JudgeWorld.Queue.ADAPTIVE,
                0, 0);
        double truth = biased.winRate();
        int believed = 0;
        int unweighted = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<Judged> items = items(biased, 400, seed);
            double share = (double) items.stream().filter(Judged::answered).count() / items.size();
            believed += held(JudgedMean.of(items.stream().map(one -> new Judged(0, one.judge(), 1, -1)).toList())
                    .without(), truth);
            unweighted += held(JudgedMean.of(items.stream()
                    .map(one -> new Judged(one.judge(), one.person(), share, -1)).toList()).without(), truth);
        }
        assertThat(believed).isLessThan(90);
        assertThat(unweighted).isLessThan(80);
    }

    private static int held(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    /** {@code ./mvnw test -Pproof -Dtest=JudgedMeanTest} prints the figures of docs/projects-statistics.md. */
    @Test
    @Tag("proof")
    void documentedFigures() {
        for (JudgeWorld.Queue queue : JudgeWorld.Queue.values()) {
            for (JudgeWorld.Judge judge : JudgeWorld.Judge.values()) {
                for (int items : new int[] { 100, 1_000 }) {
                    Held held = Held.of(new JudgeWorld(new double[] { 0.4, 0 }, judge, queue, 0, 0), items, 4_000);
                    System.out.println("| " + queue + " | " + judge + " | " + items + " | " + held);
                    // A hundred items are four or five answers of those that were unlikely to be asked for.
                    assertThat(held.with()).isBetween(items == 100 ? 0.91 : 0.935, 0.965);
                }
            }
        }
    }

    /** How often intervals hold the truth; the bias in its standard errors; the mean width with to without a judge. */
    private record Held(double with, double without, double bias, double ratio) {

        static Held of(JudgeWorld world, int items, int worlds) {
            double truth = world.winRate();
            double with = 0;
            double without = 0;
            double sum = 0;
            double squares = 0;
            double width = 0;
            double widthWithout = 0;
            for (int seed = 0; seed < worlds; seed++) {
                JudgedMean mean = JudgedMean.of(items(world, items, seed));
                with += held(mean.with(), truth);
                without += held(mean.without(), truth);
                sum += mean.with().value() - truth;
                squares += (mean.with().value() - truth) * (mean.with().value() - truth);
                width += mean.with().high() - mean.with().low();
                widthWithout += mean.without().high() - mean.without().low();
            }
            return new Held(with / worlds, without / worlds, sum / Math.sqrt(squares), width / widthWithout);
        }
    }
}
