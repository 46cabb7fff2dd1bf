package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class VotesToFlipTest {

    private static PairCount pair(int first, int second, long firstWins, long secondWins, long ties) {
        return new PairCount(first, second, firstWins, secondWins, ties, 0);
    }

    @Test
    void twoModels_oneMoreThanTheLead() {
        // 10 to 6: without 4 they are equal, without 5 swapped.
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, 10, 6, 0)))))
                .containsExactly(new VotesToFlip(0, 1, OptionalLong.of(5)));
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, 1_006, 1_010, 300)))))
                .containsExactly(new VotesToFlip(1, 0, OptionalLong.of(5)));
        int n = 100_000_000;
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, n + 7, n, n)))).get(0).votes()).hasValue(8);
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, 9L * n, n, n)))).get(0).votes())
                .hasValue(8L * n + 1);
    }

    @Test
    void weights_countInVotesOfFullWeight() {
        // Ahead by 3.5: equal without 3.5 votes, swapped without 4.
        assertThat(VotesToFlip.of(2, List.of(new WeightedPair(0, 1, 9.75, 6.25, 2.5))))
                .containsExactly(new VotesToFlip(0, 1, OptionalLong.of(4)));
    }

    @Test
    void equalRatings_oneVote_onlyTies_none() {
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, 5, 5, 0)))).get(0).votes()).hasValue(1);
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, 0, 0, 9)))).get(0).votes()).isEmpty();
    }

    /** The order of equal models is that of their rounding errors: the one above may be below by one. */
    @Test
    void equalRatings_inTheOrderOfRounding_comeToAnEnd() {
        Removal removal = new Removal(2, List.of(new WeightedPair(0, 1, 5, 5, 0)), new double[] { 0, 1e-12 },
                new double[] { 1, -1 }, 0, 1);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), removal::fewest)).hasValue(1);
    }

    @Test
    void neverLost_cannotBeSwapped() {
        // Without the wins of 0 nothing is left that says 1 is better.
        assertThat(VotesToFlip.of(new PairCounts(2, List.of(pair(0, 1, 8, 0, 0)))).get(0).votes()).isEmpty();
    }

    @Test
    void components_eachHasItsOwnNeighbours_aloneHasNone() {
        List<VotesToFlip> flips = VotesToFlip.of(new PairCounts(5, List.of(pair(0, 3, 3, 4, 0), pair(1, 4, 9, 2, 0))));
        assertThat(flips).containsExactly(new VotesToFlip(3, 0, OptionalLong.of(2)),
                new VotesToFlip(1, 4, OptionalLong.of(8)));
    }

    /** All ways to take away so many votes, by kind. */
    private static boolean anySwaps(int models, List<PairCount> pairs, int from, long budget, VotesToFlip flip) {
        if (budget == 0) {
            Fit fit = BradleyTerry.fit(new PairCounts(models, pairs));
            return fit.component()[flip.above()] == fit.component()[flip.below()]
                    && fit.ratings()[flip.below()] > fit.ratings()[flip.above()] + 1e-6;
        }
        for (int kind = from; kind < 3 * pairs.size(); kind++) {
            PairCount p = pairs.get(kind / 3);
            long[] votes = { p.firstWins(), p.secondWins(), p.ties() };
            if (votes[kind % 3]-- > 0) {
                List<PairCount> fewer = new ArrayList<>(pairs);
                fewer.set(kind / 3, pair(p.first(), p.second(), votes[0], votes[1], votes[2]));
                if (anySwaps(models, fewer, kind, budget - 1, flip)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void smallBoards_noChoiceOfFewerVotesSwaps() {
        SplittableRandom random = new SplittableRandom(5);
        int compared = 0;
        int beaten = 0;
        for (int board = 0; board < 20; board++) {
            List<PairCount> pairs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                for (int j = i + 1; j < 4; j++) {
                    pairs.add(pair(i, j, 1 + random.nextInt(9), 1 + random.nextInt(6), random.nextInt(4)));
                }
            }
            for (VotesToFlip flip : VotesToFlip.of(new PairCounts(4, pairs))) {
                long votes = flip.votes().orElseThrow();
                if (votes <= 4) {
                    compared++;
                    assertThat(anySwaps(4, pairs, 0, votes, flip)).isTrue();
                    beaten += votes > 1 && anySwaps(4, pairs, 0, votes - 1, flip) ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(beaten).isZero();
    }

    @Test
    void oracle_theTakenVotesSwap_oneFewerDoesNot() {
        Oracle oracle = Oracle.read();
        List<VotesToFlip> flips = VotesToFlip.of(oracle.counts());
        assertThat(flips).hasSize(oracle.models().size() - 1);
        Fit fit = BradleyTerry.fit(oracle.counts());
        for (VotesToFlip flip : flips) {
            double lead = fit.ratings()[flip.above()] - fit.ratings()[flip.below()];
            // One vote of a 500 or so moves a lead by less than 4 points.
            assertThat(flip.votes().orElseThrow()).isBetween((long) (lead / 4), (long) (lead / 0.3) + 1);
        }
    }
}
