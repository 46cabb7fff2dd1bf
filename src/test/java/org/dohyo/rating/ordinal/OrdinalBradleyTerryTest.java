package org.dohyo.rating.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrdinalBradleyTerryTest {

    private static final double[] THETA = { 0.8, 0.3, 0, -0.4, -0.7 };
    private static final double[] FIVE = { -1.8, -0.5, 0.5, 1.8 };

    private static List<OrdinalVote> votes(int first, int second, int level, int votes) {
        return IntStream.range(0, votes).mapToObj(vote -> new OrdinalVote(vote, first, second, level)).toList();
    }

    private static PairCounts counts(int models, List<OrdinalVote> twoLevels) {
        return new PairCounts(models, twoLevels.stream().map(vote -> new PairCount(vote.first(), vote.second(),
                vote.level(), 1 - vote.level(), 0, 0)).toList());
    }

    private static void assertEqual(Fit ordinal, Fit plain) {
        assertThat(ordinal.component()).isEqualTo(plain.component());
        assertThat(ordinal.regularised()).isEqualTo(plain.regularised());
        for (int i = 0; i < plain.ratings().length; i++) {
            assertThat(ordinal.ratings()[i]).isCloseTo(plain.ratings()[i], within(1e-9));
            for (int j = 0; j < plain.ratings().length; j++) {
                double expected = plain.covariance()[i][j];
                if (Double.isNaN(expected)) {
                    assertThat(ordinal.covariance()[i][j]).isNaN();
                } else {
                    assertThat(ordinal.covariance()[i][j]).isCloseTo(expected,
                            within(1e-9 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void twoLevelsAreThePlainModel() {
        OrdinalWorld world = new OrdinalWorld(THETA, new double[] { 0 }, 20, 0.3);
        for (int seed = 0; seed < 5; seed++) {
            List<OrdinalVote> votes = world.vote(30, new SplittableRandom(seed));
            assertEqual(OrdinalBradleyTerry.fit(5, 2, votes).byVotes(), BradleyTerry.fit(counts(5, votes)));
        }
    }

    @Test
    void twoLevelsAreThePlainModel_withoutOptimumOrConnectionToo() {
        List<OrdinalVote> votes = new ArrayList<>(votes(0, 1, 1, 10));
        votes.addAll(votes(1, 2, 1, 4));
        votes.addAll(votes(1, 2, 0, 3));
        votes.addAll(votes(3, 4, 1, 2));
        votes.addAll(votes(3, 4, 0, 5));
        assertEqual(OrdinalBradleyTerry.fit(6, 2, votes).byVotes(), BradleyTerry.fit(counts(6, votes)));
    }

    @Test
    void fiveLevelsOfWhichTwoOccur_areTwo() {
        List<OrdinalVote> two = new OrdinalWorld(THETA, new double[] { 0 }, 10, 0).vote(30, new SplittableRandom(1));
        List<OrdinalVote> five = two.stream()
                .map(vote -> new OrdinalVote(vote.annotator(), vote.first(), vote.second(), 1 + 2 * vote.level()))
                .toList();
        OrdinalFit fit = OrdinalBradleyTerry.fit(5, 5, five);
        assertEqual(fit.byVotes(), OrdinalBradleyTerry.fit(5, 2, two).byVotes());
        assertThat(fit.thresholds()).containsExactly(Double.NEGATIVE_INFINITY, 0, 0, Double.POSITIVE_INFINITY);
    }

    /** Two models, three levels: the fit reproduces the shares, which gives it in closed form. */
    @Test
    void twoModelsHaveAClosedForm() {
        List<OrdinalVote> votes = new ArrayList<>(votes(0, 1, 2, 50));
        votes.addAll(votes(0, 1, 1, 30));
        votes.addAll(votes(0, 1, 0, 20));
        OrdinalFit fit = OrdinalBradleyTerry.fit(2, 3, votes);
        // P(Y ≤ 0) = 0.2 = σ(−t−d), P(Y ≤ 1) = 0.5 = σ(t−d)
        double sum = Math.log(0.2 / 0.8);
        double lead = -sum / 2;
        assertThat(fit.byVotes().ratings()[0] - fit.byVotes().ratings()[1])
                .isCloseTo(lead * 400 / Math.log(10), within(1e-7));
        assertThat(fit.thresholds()[1]).isCloseTo(lead, within(1e-9));
        assertThat(fit.thresholds()[0]).isEqualTo(-fit.thresholds()[1]);
        assertThat(fit.expected(0, 1)).containsExactly(new double[] { 0.2, 0.3, 0.5 }, within(1e-9));
        assertThat(fit.expected(1, 0)).containsExactly(new double[] { 0.5, 0.3, 0.2 }, within(1e-9));
    }

    /** By scipy: another parametrisation, minimised without derivatives; sandwich and information by differences. */
    @Test
    void equalsAnIndependentCalculation() {
        int[][] counts = { { 0, 1, 3, 5, 8, 9, 7 }, { 0, 2, 2, 4, 5, 10, 9 }, { 1, 2, 4, 6, 9, 8, 3 },
                { 1, 3, 1, 3, 4, 7, 8 }, { 2, 3, 2, 5, 7, 6, 6 }, { 0, 3, 0, 2, 3, 6, 12 } };
        List<OrdinalVote> votes = new ArrayList<>();
        for (int[] pair : counts) {
            for (int level = 0; level < 5; level++) {
                votes.addAll(votes(pair[0], pair[1], level, pair[2 + level]));
            }
        }
        OrdinalFit fit = OrdinalBradleyTerry.fit(4, 5, votes);
        assertThat(fit.byVotes().ratings())
                .containsExactly(new double[] { 1146.18338, 1025.80013, 979.64657, 848.36992 }, within(1e-4));
        assertThat(fit.thresholds()).containsExactly(
                new double[] { -1.8320725610, -0.5345590415, 0.5345590415, 1.8320725610 }, within(1e-7));
        double[] halfWidths = IntStream.range(0, 4).mapToDouble(fit.byVotes()::halfWidth).toArray();
        // The second is that of the information, which is wider.
        assertThat(halfWidths).containsExactly(new double[] { 54.82514, 49.52158, 49.36008, 58.63874 }, within(1e-3));
    }

    @Test
    void gradientAndHessianAreThoseOfTheLoss() {
        List<OrdinalVote> votes = new OrdinalWorld(THETA, FIVE, 10, 0.5).vote(20, new SplittableRandom(3));
        Levels levels = Levels.of(5, votes);
        List<Cell> cells = votes.stream().map(vote -> new Cell(vote.first(), vote.second(), vote.level(), 1)).toList();
        OrdinalLikelihood likelihood = new OrdinalLikelihood(levels, cells, new int[5],
                new boolean[] { true, true, true, true, true });
        double[] at = { 0.5, 0.2, -0.1, -0.2, -0.4, 0.4, 1.5 };
        double step = 1e-5;
        OrdinalLikelihood.At point = likelihood.new At(at);
        for (int i = 0; i < at.length; i++) {
            double[] more = at.clone();
            double[] less = at.clone();
            more[i] += step;
            less[i] -= step;
            OrdinalLikelihood.At up = likelihood.new At(more);
            OrdinalLikelihood.At down = likelihood.new At(less);
            assertThat(point.gradient()[i]).isCloseTo((up.loss() - down.loss()) / (2 * step), within(1e-5));
            for (int j = 0; j < at.length; j++) {
                assertThat(point.hessian()[i][j])
                        .isCloseTo((up.gradient()[j] - down.gradient()[j]) / (2 * step), within(1e-5));
            }
        }
    }

    @Test
    void mirroredVotesGiveTheSameFit() {
        List<OrdinalVote> votes = new OrdinalWorld(THETA, FIVE, 10, 0.5).vote(20, new SplittableRandom(3));
        List<OrdinalVote> mirrored = votes.stream()
                .map(vote -> new OrdinalVote(vote.annotator(), vote.second(), vote.first(), 4 - vote.level())).toList();
        assertEqual(OrdinalBradleyTerry.fit(5, 5, mirrored).byVotes(), OrdinalBradleyTerry.fit(5, 5, votes).byVotes());
        assertEqual(OrdinalBradleyTerry.fit(5, 5, mirrored).byAnnotators(),
                OrdinalBradleyTerry.fit(5, 5, votes).byAnnotators());
    }

    @Test
    void manyVotesFindStrengthsAndThresholds() {
        OrdinalFit fit = OrdinalBradleyTerry.fit(5, 5,
                new OrdinalWorld(THETA, FIVE, 200, 0).vote(200, new SplittableRandom(1)));
        for (int i = 0; i < 5; i++) {
            assertThat((fit.byVotes().ratings()[i] - 1000) * Math.log(10) / 400).isCloseTo(THETA[i], within(0.05));
        }
        for (int k = 0; k < 4; k++) {
            assertThat(fit.thresholds()[k]).isCloseTo(FIVE[k], within(0.05));
        }
    }

    /** Five levels say more than who won: the same votes give narrower intervals than without the degree. */
    @Test
    void degreesMakeIntervalsNarrower() {
        List<OrdinalVote> votes = new OrdinalWorld(THETA, FIVE, 50, 0).vote(100, new SplittableRandom(1));
        List<OrdinalVote> three = votes.stream().map(vote -> new OrdinalVote(vote.annotator(), vote.first(),
                vote.second(), Integer.signum(vote.level() - 2) + 1)).toList();
        assertThat(OrdinalBradleyTerry.fit(5, 5, votes).byVotes().halfWidth(0))
                .isLessThan(0.97 * OrdinalBradleyTerry.fit(5, 3, three).byVotes().halfWidth(0));
    }

    @Test
    void separatedOrEmptyDataGiveFiniteMarkedRatings() {
        List<List<OrdinalVote>> cases = List.of(
                votes(0, 1, 4, 5), votes(0, 1, 3, 5), votes(0, 1, 2, 5), List.of(),
                Stream.of(votes(0, 1, 3, 4), votes(1, 2, 3, 4), votes(0, 2, 4, 4)).flatMap(List::stream).toList(),
                Stream.of(votes(0, 1, 2, 4), votes(1, 2, 4, 4)).flatMap(List::stream).toList());
        for (List<OrdinalVote> votes : cases) {
            OrdinalFit fit = OrdinalBradleyTerry.fit(3, 5, votes);
            assertThat(Arrays.stream(fit.byVotes().ratings()).allMatch(Double::isFinite)).isTrue();
            for (int i = 0; i < 3; i++) {
                int model = i;
                boolean voted = votes.stream().anyMatch(vote -> vote.first() == model || vote.second() == model);
                assertThat(fit.byVotes().regularised()[i]).isEqualTo(voted);
                if (voted) {
                    assertThat(fit.byVotes().halfWidth(i)).isGreaterThan(50);
                } else {
                    assertThat(fit.byVotes().ratings()[i]).isEqualTo(1000);
                    assertThat(fit.byVotes().halfWidth(i)).isNaN();
                }
            }
        }
    }

    /** Few votes make every kind of edge: unused levels, winners of everything, models that nothing connects. */
    @Test
    void anyFewVotesHaveAFit() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 500; round++) {
            int models = 2 + random.nextInt(4);
            int levels = 2 + random.nextInt(4);
            List<OrdinalVote> votes = new ArrayList<>();
            for (int vote = random.nextInt(14); vote > 0; vote--) {
                int first = random.nextInt(models);
                votes.add(new OrdinalVote(random.nextInt(3), first,
                        (first + 1 + random.nextInt(models - 1)) % models, random.nextInt(levels)));
            }
            OrdinalFit fit = OrdinalBradleyTerry.fit(models, levels, votes);
            for (int model = 0; model < models; model++) {
                assertThat(fit.byVotes().ratings()[model]).as(votes::toString).isBetween(-5_000.0, 7_000.0);
                assertThat(fit.byVotes().halfWidth(model)).as(votes::toString).isNotEqualTo(0);
                assertThat(fit.byAnnotators().variances()[model]).satisfiesAnyOf(
                        variance -> assertThat(variance).isNaN(), variance -> assertThat(variance).isPositive());
            }
            assertThat(fit.thresholds()).isSorted();
        }
    }

    /** The scores of a middle level vanish at its centre, but three equal votes are no certainty. */
    @Test
    void newcomerWithAFewEqualVotesIsUncertain() {
        List<OrdinalVote> votes = new ArrayList<>(
                new OrdinalWorld(THETA, FIVE, 50, 0).vote(50, new SplittableRandom(1)));
        votes.addAll(votes(5, 0, 3, 3));
        OrdinalFit fit = OrdinalBradleyTerry.fit(6, 5, votes);
        assertThat(fit.byVotes().regularised()[5]).isFalse();
        assertThat(fit.byVotes().halfWidth(5)).isGreaterThan(200);
    }

    @Test
    void fewAnnotatorsWidenIntervals() {
        List<OrdinalVote> votes = new OrdinalWorld(THETA, FIVE, 3, 0.5).vote(300, new SplittableRandom(1));
        OrdinalFit fit = OrdinalBradleyTerry.fit(5, 5, votes);
        for (int i = 0; i < 5; i++) {
            assertThat(fit.byAnnotators().halfWidth(i)).isGreaterThanOrEqualTo(fit.byVotes().halfWidth(i));
        }
        List<OrdinalVote> one = votes.stream()
                .map(vote -> new OrdinalVote(7, vote.first(), vote.second(), vote.level())).toList();
        OrdinalFit alone = OrdinalBradleyTerry.fit(5, 5, one);
        assertThat(alone.byAnnotators()).isSameAs(alone.byVotes());
    }

    @Test
    void refusesWhatIsNoVote() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrdinalBradleyTerry.fit(2, 5, votes(0, 1, 5, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OrdinalBradleyTerry.fit(2, 5, votes(0, 2, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OrdinalBradleyTerry.fit(2, 1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrdinalVote(0, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrdinalVote(0, 0, 1, -1));
    }

    @Test
    void intervalsHoldTheTruth() {
        assertThat(Held.of(new OrdinalWorld(THETA, FIVE, 30, 0), 20, 100).byVotes()).isBetween(0.91, 0.985);
        Held tastes = Held.of(new OrdinalWorld(THETA, FIVE, 30, 0.7), 20, 100);
        assertThat(tastes.byVotes()).as("by votes fails with tastes").isLessThan(0.9);
        assertThat(tastes.byAnnotators()).isBetween(0.91, 0.99);
    }

    /** {@code ./mvnw test -Pproof -Dtest=OrdinalBradleyTerryTest} prints the figures of docs/projects-statistics.md. */
    @Test
    @Tag("proof")
    void documentedFigures() {
        for (int annotators : new int[] { 5, 10, 30, 100 }) {
            for (double taste : new double[] { 0, 0.7 }) {
                Held held = Held.of(new OrdinalWorld(THETA, FIVE, annotators, taste), 600 / annotators, 1_000);
                System.out.println(annotators + " " + taste + " " + held);
                assertThat(held.byAnnotators()).isBetween(0.935, 0.995);
            }
        }
    }

    /** How often intervals hold the ratings that infinitely many votes of infinitely many annotators would give. */
    private record Held(double byVotes, double byAnnotators, double halfByVotes, double halfByAnnotators) {

        static Held of(OrdinalWorld world, int votesEach, int worlds) {
            double[] truth = OrdinalBradleyTerry.fit(5, 5, new OrdinalWorld(world.theta(), world.thresholds(), 2_000,
                    world.taste()).vote(30, new SplittableRandom(99))).byVotes().ratings();
            double[] sums = new double[4];
            for (int seed = 0; seed < worlds; seed++) {
                OrdinalFit fit = OrdinalBradleyTerry.fit(5, 5, world.vote(votesEach, new SplittableRandom(seed)));
                for (int model = 0; model < 5; model++) {
                    double error = Math.abs(fit.byVotes().ratings()[model] - truth[model]);
                    sums[0] += error <= fit.byVotes().halfWidth(model) ? 0.2 / worlds : 0;
                    sums[1] += error <= fit.byAnnotators().halfWidth(model) ? 0.2 / worlds : 0;
                    sums[2] += fit.byVotes().halfWidth(model) * 0.2 / worlds;
                    sums[3] += fit.byAnnotators().halfWidth(model) * 0.2 / worlds;
                }
            }
            return new Held(sums[0], sums[1], sums[2], sums[3]);
        }
    }
}
