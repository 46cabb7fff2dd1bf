package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class MatchmakingTest {

    private static final int DRAWS = 100_000;

    /** Each pair with as many votes as given, split by a difference of 200 points from one model to the next. */
    private static List<PairCount> ladder(int models, long votesPerPair) {
        List<PairCount> pairs = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            for (int j = i + 1; j < models; j++) {
                long wins = Math.round(votesPerPair / (1 + Math.pow(10, (i - j) * 0.5)));
                pairs.add(new PairCount(i, j, wins, votesPerPair - wins, 0, 0));
            }
        }
        return pairs;
    }

    private static PairSampling plan(double[] weights, List<PairCount> counts) {
        PairCounts folded = new PairCounts(weights.length, counts);
        return Matchmaking.sampling(weights, BradleyTerry.fit(folded),
                folded.pairs().stream().map(WeightedPair::of).toList());
    }

    private static double[] even(int models) {
        double[] weights = new double[models];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static double shareOfBattles(PairSampling plan, int model) {
        return 2 * plan.shares()[model];
    }

    @Test
    void draws_followTheStatedPropensities() {
        double[] weights = { 1, 2, 0.5, 0, 4, 1 };
        PairSampling plan = plan(weights, ladder(5, 40));
        SplittableRandom random = new SplittableRandom(20261124);
        int[][] seen = new int[weights.length][weights.length];
        for (int i = 0; i < DRAWS; i++) {
            PairSampling.Drawn drawn = plan.draw(random);
            assertThat(drawn.propensity()).isEqualTo(plan.probability(drawn.first(), drawn.second()));
            seen[drawn.first()][drawn.second()]++;
        }
        double byPlan = PairSamplingTest.chiSquared(plan, seen);
        double byWeights = PairSamplingTest.chiSquared(new PairSampling(weights), seen);
        // Ten pairs have a weight, so nine degrees of freedom; the control is the plan without learning.
        double largest = ChiSquaredDistribution.of(9).inverseSurvivalProbability(0.001);
        assertThat(byPlan).isLessThan(largest);
        assertThat(byWeights).isGreaterThan(largest);
    }

    @Test
    void eachPair_keepsTheFloor() {
        double[] weights = { 1, 2, 0.5, 0, 4, 1 };
        PairSampling plan = plan(weights, ladder(5, 4_000));
        PairSampling byWeights = new PairSampling(weights);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(plan.probability(i, j))
                        .isGreaterThanOrEqualTo(Matchmaking.FLOOR * byWeights.probability(i, j) - 1e-12);
                sum += plan.probability(i, j);
            }
            assertThat(plan.probability(i, 3)).isZero();
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void newModel_catchesUp_againstEveryOther_andThenNoMore() {
        PairSampling plan = plan(even(11), ladder(10, 400));
        assertThat(shareOfBattles(plan, 10)).isBetween(0.4, 0.8);
        for (int i = 0; i < 10; i++) {
            assertThat(plan.probability(i, 10)).isGreaterThan(0.3 / 55 * 1.2);
        }
        assertThat(shareOfBattles(plan(even(11), ladder(11, 400)), 5)).isLessThan(0.3);
    }

    @Test
    void withoutVotes_weightsAloneDecide() {
        double[] weights = { 1, 2, 3 };
        PairSampling plan = plan(weights, List.of());
        for (int i = 0; i < 3; i++) {
            // All are unknown, but by its weight the third is due most: it lags behind the others.
            assertThat(plan.shares()[i]).isCloseTo(new PairSampling(weights).shares()[i], within(0.15));
        }
        PairSampling evenly = plan(even(4), List.of());
        assertThat(evenly.probability(1, 2)).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void scaleOfWeights_doesNotMatter() {
        double[] weights = { 1, 2, 0.5, 1 };
        double[] doubled = Arrays.stream(weights).map(weight -> 2 * weight).toArray();
        PairSampling plan = plan(weights, ladder(4, 90));
        PairSampling same = plan(doubled, ladder(4, 90));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(same.probability(i, j)).isCloseTo(plan.probability(i, j), within(1e-9));
            }
        }
    }

    @Test
    void votesGoWhereAPlaceIsInDoubt() {
        List<PairCount> counts = new ArrayList<>(ladder(6, 2_000));
        // A seventh, a little weaker than the third: the one pair that is not yet sure.
        for (int i = 0; i < 6; i++) {
            long wins = Math.round(2_000 / (1 + Math.pow(10, (i - 2.12) * 0.5)));
            counts.add(new PairCount(i, 6, wins, 2_000 - wins, 0, 0));
        }
        PairSampling plan = plan(even(7), counts);
        assertThat(plan.probability(2, 6)).isGreaterThan(0.3);
        assertThat(plan.probability(0, 5)).isLessThan(1 / 21.0);
    }

    @Test
    void lowerWeight_isNotTakenAsLackOfVotes() {
        // All models have votes in proportion to their weights already.
        double[] weights = { 1, 1, 1, 1, 1, 0.1 };
        List<PairCount> counts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = i + 1; j < 6; j++) {
                long half = Math.round(500 * weights[i] * weights[j]);
                counts.add(new PairCount(i, j, half, half, 0, 0));
            }
        }
        double share = shareOfBattles(plan(weights, counts), 5);
        double byWeights = shareOfBattles(new PairSampling(weights), 5);
        assertThat(share).isBetween(byWeights / 2, 2 * byWeights);
    }

    @Test
    void badInput_refused() {
        Fit fit = BradleyTerry.fit(new PairCounts(2, ladder(2, 10)));
        assertThatThrownBy(() -> Matchmaking.sampling(even(3), fit, List.of())).hasMessageContaining("3 weights");
        assertThatThrownBy(() -> Matchmaking.sampling(new double[] { 1, -1 }, fit, List.of()))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Matchmaking.sampling(new double[] { 1, 0 }, fit, List.of()))
                .hasMessageContaining("no pair");
    }
}
