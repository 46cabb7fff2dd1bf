package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class BradleyTerryTest {

    private static Fit fit(int models, PairCount... pairs) {
        return BradleyTerry.fit(new PairCounts(models, List.of(pairs)));
    }

    private static PairCount wins(int first, int second, long firstWins, long secondWins) {
        return new PairCount(first, second, firstWins, secondWins, 0, 0);
    }

    /**
     * The largest |Σ (p−y)| of a model's votes by their number, summed here vote by vote, apart from the fit's own
     * code.
     */
    private static double largestGradientPerVote(PairCounts counts, double[] ratings) {
        double[] gradient = new double[ratings.length];
        double[] votes = new double[ratings.length];
        for (PairCount pair : counts.pairs()) {
            double p = 1 / (1 + Math.pow(10, (ratings[pair.second()] - ratings[pair.first()]) / 400));
            double surplus = pair.firstWins() * (1 - p) - pair.secondWins() * p + pair.halves() * (0.5 - p);
            gradient[pair.first()] -= surplus;
            gradient[pair.second()] += surplus;
            votes[pair.first()] += pair.votes();
            votes[pair.second()] += pair.votes();
        }
        return IntStream.range(0, ratings.length).filter(i -> votes[i] > 0)
                .mapToDouble(i -> Math.abs(gradient[i]) / votes[i]).max().orElse(0);
    }

    @Test
    void optimum_gradientBelowABillionthPerVote() {
        PairCounts oracle = Oracle.read().counts();
        Fit fit = BradleyTerry.fit(oracle);
        assertThat(largestGradientPerVote(oracle, fit.ratings())).isLessThan(1e-9);
        PairCounts sparse = new PairCounts(200, new VotingWorld(200, 300, 1.5, 11).vote(3_000).unweighted());
        assertThat(BradleyTerry.fit(sparse).regularised()).containsOnly(false);
        assertThat(largestGradientPerVote(sparse, BradleyTerry.fit(sparse).ratings())).isLessThan(1e-9);
        // The control: a thousandth of a point off is seen.
        double[] off = fit.ratings().clone();
        off[0] += 0.001;
        assertThat(largestGradientPerVote(oracle, off)).isGreaterThan(1e-9);
    }

    @Test
    void warmStart_theSameOptimum() {
        PairCounts before = Oracle.read().counts();
        Fit fit = BradleyTerry.fit(before);
        List<PairCount> more = new ArrayList<>(before.pairs());
        more.add(wins(5, 2, 1, 0));
        PairCounts after = new PairCounts(before.models(), more);
        Fit cold = BradleyTerry.fit(after);
        Fit warm = BradleyTerry.fit(after, fit.ratings());
        assertThat(warm.ratings()).containsExactly(cold.ratings(), within(1e-8));
        assertThat(warm.halfWidth(5)).isCloseTo(cold.halfWidth(5), within(1e-8));
        assertThat(largestGradientPerVote(after, warm.ratings())).isLessThan(1e-9);
        assertThatThrownBy(() -> BradleyTerry.fit(after, new double[3])).hasMessageContaining("24 models");
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
        assertThat(RankIntervals.of(fit, 1).low()).containsExactly(1, 1, 1);
        assertThat(RankIntervals.of(fit, 1).high()).containsExactly(3, 3, 3);
    }

    @Test
    void onlyTies_areNotCertainty() {
        for (int n : new int[] { 4, 20, 500, 10_000 }) {
            Fit fit = fit(2, new PairCount(0, 1, 0, 0, n, 0));
            // If this share of votes goes to one model, nothing but ties has 5%.
            double share = 1 - Math.pow(0.05, 1.0 / n);
            double lead = 400 * Math.log10((1 + share) / (1 - share));
            assertThat(2 * fit.halfWidth(0)).isBetween(lead, 2 * lead);
        }
        // A single tie tells no more than a single decided vote could between equals: one of a pair of them.
        assertThat(fit(2, new PairCount(0, 1, 0, 0, 1, 0)).halfWidth(0))
                .isCloseTo(Math.sqrt(2) * fit(2, wins(0, 1, 1, 1)).halfWidth(0), within(1e-6));
    }

    @Test
    void oneModel_aloneAtTheMeanAndWithoutInterval() {
        Fit fit = fit(1);
        assertThat(fit.ratings()).containsExactly(1000);
        assertThat(fit.regularised()).containsExactly(false);
        assertThat(fit.halfWidth(0)).isNaN();
    }

    @Test
    void blockUnbeatenByTheRest_finiteAndMarked_itsOwnComponentAlone() {
        Fit fit = fit(6, wins(0, 1, 6, 5), wins(2, 3, 4, 4), wins(0, 2, 9, 0), wins(1, 3, 8, 0), wins(4, 5, 3, 2));
        assertThat(fit.regularised()).containsExactly(true, true, true, true, false, false);
        assertThat(Math.min(fit.ratings()[0], fit.ratings()[1]))
                .isGreaterThan(Math.max(fit.ratings()[2], fit.ratings()[3]) + 300);
        // Nothing is added elsewhere: three to two as they are.
        assertThat(fit.ratings()[4] - fit.ratings()[5]).isCloseTo(400 * Math.log10(1.5), within(1e-6));
        for (int model = 0; model < 6; model++) {
            assertThat(fit.halfWidth(model)).isPositive().isFinite();
        }
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
        assertThat(fit(2, wins(0, 1, n * 3 / 4, n / 4)).halfWidth(0))
                .isCloseTo(1.959964 * 173.7178 / 2 / Math.sqrt(n * 3.0 / 16), within(1e-6));
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
    void otherNumbersForTheModels_theSameRatings() {
        PairCounts counts = Oracle.read().counts();
        int models = counts.models();
        List<PairCount> renamed = new ArrayList<>();
        for (PairCount pair : counts.pairs()) {
            // 7 and 24 have no common divisor: each model gets a number of its own.
            renamed.add(0, new PairCount(pair.first() * 7 % models, pair.second() * 7 % models, pair.firstWins(),
                    pair.secondWins(), pair.ties(), pair.bothBad()));
        }
        Fit fit = BradleyTerry.fit(counts);
        Fit other = BradleyTerry.fit(new PairCounts(models, renamed));
        for (int i = 0; i < models; i++) {
            assertThat(other.ratings()[i * 7 % models]).isCloseTo(fit.ratings()[i], within(1e-9));
            assertThat(other.halfWidth(i * 7 % models)).isCloseTo(fit.halfWidth(i), within(1e-9));
        }
    }

    @Test
    void bothOrders_areFolded() {
        PairCounts counts = new PairCounts(2,
                List.of(new PairCount(0, 1, 1, 2, 3, 4), new PairCount(1, 0, 5, 6, 7, 8)));
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
