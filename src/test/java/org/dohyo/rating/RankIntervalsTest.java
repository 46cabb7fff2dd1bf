package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class RankIntervalsTest {

    private static RankIntervals ranks(double[] ratings, double... deviations) {
        double[][] covariance = new double[ratings.length][ratings.length];
        for (int i = 0; i < ratings.length; i++) {
            covariance[i][i] = deviations[i] * deviations[i];
        }
        return RankIntervals.of(new Fit(ratings, new int[ratings.length], new boolean[ratings.length], covariance), 7);
    }

    @Test
    void noModelAndOneModel() {
        assertThat(ranks(new double[0]).low()).isEmpty();
        RankIntervals one = ranks(new double[] { 1000 }, Double.NaN);
        assertThat(one.low()).containsExactly(1);
        assertThat(one.high()).containsExactly(1);
        assertThat(one.critical()).isZero();
    }

    @Test
    void twoModels_theNormalPoint() {
        assertThat(ranks(new double[] { 1000, 1000 }, 10, 10).critical()).isCloseTo(1.96, within(0.06));
    }

    @Test
    void manyModels_theStudentisedRange() {
        double[] ratings = new double[20];
        double[] deviations = new double[20];
        Arrays.fill(deviations, 5);
        // q(0.95; 20, ∞)/√2 = 5.01/√2 (tables of the studentised range)
        assertThat(ranks(ratings, deviations).critical()).isCloseTo(5.01 / Math.sqrt(2), within(0.08));
    }

    @Test
    void farApart_surePlaces_closeTogether_sharedOnes() {
        RankIntervals ranks = ranks(new double[] { 1200, 1000, 1003, 800 }, 10, 10, 10, 10);
        assertThat(ranks.low()).containsExactly(1, 2, 2, 4);
        assertThat(ranks.high()).containsExactly(1, 3, 3, 4);
    }

    @Test
    void certainEquals_shareAllPlaces() {
        RankIntervals ranks = ranks(new double[] { 1000, 1000, 1000 }, 0, 0, 0);
        assertThat(ranks.low()).containsExactly(1, 1, 1);
        assertThat(ranks.high()).containsExactly(3, 3, 3);
    }

    @Test
    void components_areRankedEachWithinItself() {
        PairCounts counts = new PairCounts(5,
                List.of(new PairCount(0, 1, 500, 100, 0, 0), new PairCount(2, 3, 100, 500, 0, 0)));
        RankIntervals ranks = RankIntervals.of(BradleyTerry.fit(counts), 7);
        assertThat(ranks.low()).containsExactly(1, 2, 2, 1, 1);
        assertThat(ranks.high()).containsExactly(1, 2, 2, 1, 1);
    }

    @Test
    void sameSeed_sameIntervals() {
        double[] ratings = { 1100, 1040, 1030, 1000 };
        assertThat(ranks(ratings, 9, 8, 7, 6).critical()).isEqualTo(ranks(ratings, 9, 8, 7, 6).critical());
    }

    @Test
    void whatWasDecided_leavesMoreRoomForTheRest() {
        // Eighteen far apart and two between which 3.4 standard errors lie: too few for all 190 pairs both ways (3.54),
        // enough once the others are no question any more.
        double[] ratings = new double[20];
        double[] deviations = new double[20];
        Arrays.fill(deviations, 5);
        Arrays.setAll(ratings, i -> 1000 + 100 * i);
        ratings[1] = ratings[0] + 3.4 * 5 * Math.sqrt(2);
        RankIntervals ranks = ranks(ratings, deviations);
        assertThat(ranks.critical()).isGreaterThan(3.45);
        assertThat(ranks.low()[0]).isEqualTo(20);
        assertThat(ranks.high()[1]).isEqualTo(19);
        // The control: alone among equals the same lead decides nothing.
        double[] equals = new double[20];
        equals[0] = 3.4 * 5 * Math.sqrt(2);
        assertThat(ranks(equals, deviations).high()[0]).isEqualTo(20);
    }
}
