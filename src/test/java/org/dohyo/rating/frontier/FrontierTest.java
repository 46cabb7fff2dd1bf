package org.dohyo.rating.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final double UNKNOWN = Double.NaN;

    /** With ratings of the given standard error, independent of each other. */
    private static Frontier of(double[] ratings, double error, double... costs) {
        double[][] covariance = new double[ratings.length][ratings.length];
        for (int i = 0; i < ratings.length; i++) {
            covariance[i][i] = error * error;
        }
        Fit fit = new Fit(ratings, new int[ratings.length], new boolean[ratings.length], covariance);
        return Frontier.of(fit, RankIntervals.of(fit, 1), 0, costs);
    }

    @Test
    void frontierHoldsWhatNothingBeatsInBoth() {
        Frontier frontier = of(new double[] { 1100, 1050, 1060, 900, 1100 }, 1, 10, 3, 3, 1, 12);
        assertThat(frontier.frontier()).containsExactly(3, 2, 0);
        assertThat(frontier.surelyDominated()).containsExactly(false, true, false, false, false);
        assertThat(frontier.cheapestGood()).hasValue(0);
    }

    @Test
    void equalsStayTogether() {
        assertThat(of(new double[] { 1000, 1000, 1000 }, 1, 2, 2, 3).frontier()).containsExactly(0, 1);
    }

    @Test
    void cheapestGood_isNotSurelyWorseThanTheBest() {
        double[] ratings = { 1100, 1090, 1080, 900 };
        assertThat(of(ratings, 1, 10, 5, 1, 0.1).cheapestGood()).hasValue(0);
        assertThat(of(ratings, 3, 10, 5, 1, 0.1).cheapestGood()).hasValue(1);
        assertThat(of(ratings, 10, 10, 5, 1, 0.1).cheapestGood()).hasValue(2);
        assertThat(of(ratings, 200, 10, 5, 1, 0.1).cheapestGood()).hasValue(3);
        assertThat(of(ratings, 10, 10, 5, 5, 0.1).cheapestGood()).as("equally cheap").hasValue(1);
    }

    @Test
    void unknownCost_isNoReasonToBeOnTheFrontier_butTheBestStaysTheBest() {
        Frontier frontier = of(new double[] { 1100, 1000, 990 }, 5, UNKNOWN, 2, 1);
        assertThat(frontier.frontier()).containsExactly(2, 1);
        assertThat(frontier.cheapestGood()).as("all of known cost are surely worse").isEmpty();
        assertThat(of(new double[] { 1100, 1000 }, 5, UNKNOWN, UNKNOWN).frontier()).isEmpty();
    }

    @Test
    void modelsThatNoVotesConnectAreNotCompared() {
        Fit fit = BradleyTerry.fit(new PairCounts(5,
                List.of(new PairCount(0, 1, 60, 40, 0, 0), new PairCount(2, 3, 900, 100, 0, 0))));
        Frontier second = Frontier.of(fit, RankIntervals.of(fit, 1), fit.component()[2],
                new double[] { 0, 0, 5, 1, 0 });
        assertThat(second.frontier()).containsExactly(3, 2);
        assertThat(second.cheapestGood()).hasValue(2);
        Frontier alone = Frontier.of(fit, RankIntervals.of(fit, 1), fit.component()[4], new double[] { 0, 0, 5, 1, 0 });
        assertThat(alone.frontier()).containsExactly(4);
    }

    @Test
    void equalsAnExhaustiveSearch() {
        Random random = new Random(1);
        for (int world = 0; world < 100; world++) {
            double[] ratings = random.doubles(8).map(u -> 1000 + Math.round(10 * u)).toArray();
            double[] costs = random.doubles(8).map(u -> u < 0.1 ? UNKNOWN : Math.round(10 * u)).toArray();
            List<Integer> expected = IntStream.range(0, 8).filter(i -> !Double.isNaN(costs[i]))
                    .filter(i -> IntStream.range(0, 8).noneMatch(j -> costs[j] <= costs[i] && ratings[j] >= ratings[i]
                            && (costs[j] < costs[i] || ratings[j] > ratings[i])))
                    .boxed().toList();
            assertThat(of(ratings, 1, costs).frontier()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void refusesCostsOfOtherModels() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[] { 1000, 1000 }, 1, 1));
    }
}
