package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class BradleyTerryTest {

    private static Fit fit(int models, PairCount... pairs) {
        return BradleyTerry.fit(new PairCounts(models, List.of(pairs)));
    }

    private static PairCount wins(int first, int second, long firstWins, long secondWins) {
        return new PairCount(first, second, firstWins, secondWins, 0, 0);
    }

    @Test
    void noModels_emptyFit() {
        assertThat(fit(0).ratings()).isEmpty();
    }

    @Test
    void noVotes_everyModelAloneAtTheMeanAndWithoutInterval() {
        Fit fit = fit(2);
        assertThat(fit.ratings()).containsExactly(1000, 1000);
        assertThat(fit.component()).containsExactly(0, 1);
        assertThat(fit.ranks()).containsExactly(1, 1);
        assertThat(fit.halfWidth(0)).isNaN();
    }

    @Test
    void twoModels_theirOdds() {
        // Ten to one are 400 points.
        assertThat(fit(2, wins(0, 1, 10, 1)).ratings()).containsExactly(new double[] { 1200, 800 }, within(1e-6));
    }

    @Test
    void onlyTies_equal() {
        Fit fit = fit(3, new PairCount(0, 1, 0, 0, 4, 1), new PairCount(1, 2, 0, 0, 0, 7));
        assertThat(fit.ratings()).containsExactly(new double[] { 1000, 1000, 1000 }, within(1e-9));
        assertThat(fit.regularised()).containsOnly(false);
        assertThat(fit.ranks()).containsExactly(1, 2, 3);
    }

    @Test
    void cycle_equalWithoutVirtualTies() {
        Fit fit = fit(3, wins(0, 1, 5, 0), wins(1, 2, 5, 0), wins(2, 0, 5, 0));
        assertThat(fit.ratings()).containsExactly(new double[] { 1000, 1000, 1000 }, within(1e-9));
        assertThat(fit.regularised()).containsOnly(false);
    }

    @Test
    void wonEverything_finiteAndMarked() {
        Fit fit = fit(2, wins(0, 1, 10, 0));
        // 10.05 against 0.05 wins after a tenth of a tie
        double half = 200 * Math.log10(10.05 / 0.05);
        assertThat(fit.ratings()).containsExactly(new double[] { 1000 + half, 1000 - half }, within(1e-6));
        assertThat(fit.regularised()).containsOnly(true);
        assertThat(fit.halfWidth(0)).isPositive().isFinite();
    }

    @Test
    void thousandMillionVotes_exact() {
        long n = 1_000_000_000;
        assertThat(fit(2, wins(0, 1, n, 0)).ratings()[0])
                .isCloseTo(1000 + 200 * Math.log10((n + 0.05) / 0.05), within(1e-6));
        Fit mixed = fit(3, wins(0, 1, n * 3 / 4, n / 4), wins(1, 2, 1, 1));
        assertThat(mixed.ratings()[0] - mixed.ratings()[1]).isCloseTo(400 * Math.log10(3), within(1e-6));
        assertThat(mixed.ratings()[1] - mixed.ratings()[2]).isCloseTo(0, within(1e-4));
    }

    @Test
    void components_fittedSeparately() {
        Fit fit = fit(5, wins(0, 2, 10, 1), wins(1, 4, 3, 0));
        assertThat(fit.component()).containsExactly(0, 1, 0, 2, 1);
        assertThat(fit.regularised()).containsExactly(false, true, false, false, true);
        assertThat(fit.ratings()[0]).isCloseTo(1200, within(1e-6));
        assertThat((fit.ratings()[1] + fit.ratings()[4]) / 2).isCloseTo(1000, within(1e-9));
        assertThat(fit.ranks()).containsExactly(1, 1, 2, 1, 2);
        assertThat(fit.covariance()[0][1]).isZero();
    }

    @Test
    void bothOrders_areFolded() {
        PairCounts counts = new PairCounts(2, List.of(new PairCount(0, 1, 1, 2, 3, 4), new PairCount(1, 0, 5, 6, 7, 8)));
        assertThat(counts.pairs()).containsExactly(new PairCount(0, 1, 7, 7, 10, 12));
        assertThat(WinRate.of(counts)[0]).isEqualTo(new WinRate(36, 0.5, Proportion.of(12, 36)));
    }

    @Test
    void wrongCounts_refused() {
        assertThatThrownBy(() -> new PairCount(1, 1, 0, 0, 0, 0)).hasMessageContaining("1, 1");
        assertThatThrownBy(() -> new PairCount(0, 1, -1, 0, 0, 0)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new PairCounts(2, List.of(wins(0, 2, 1, 0)))).hasMessageContaining("2 of 2");
    }
}
