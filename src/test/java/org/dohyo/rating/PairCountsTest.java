package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PairCountsTest {

    /** As many models as the table of all pairs is used for, and so many that the votes are sorted. */
    private static final int FEW = 12;
    private static final int MANY = 200;

    private static List<PairCount> votes(int number) {
        Random random = new Random(7);
        List<PairCount> votes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int a = random.nextInt(FEW);
            int b = (a + 1 + random.nextInt(FEW - 1)) % FEW;
            int outcome = random.nextInt(4);
            votes.add(new PairCount(a, b, outcome == 0 ? 1 : 0, outcome == 1 ? 1 : 0, outcome == 2 ? 1 : 0,
                    outcome == 3 ? 1 : 0));
        }
        return votes;
    }

    @Test
    void votes_addUpAlike_inATableAndSorted() {
        List<PairCount> votes = votes(1_000);
        PairCounts table = new PairCounts(FEW, votes);
        assertThat(table.pairs()).isEqualTo(new PairCounts(MANY, votes).pairs())
                .hasSize(FEW * (FEW - 1) / 2)
                .allMatch(pair -> pair.first() < pair.second())
                .isSortedAccordingTo(
                        (a, b) -> a.first() == b.first() ? a.second() - b.second() : a.first() - b.first());
        assertThat(table.votes()).isEqualTo(1_000);
        assertThat(table.pairs().get(0).firstWins()).isEqualTo(votes.stream()
                .filter(vote -> vote.first() == 0 && vote.second() == 1 && vote.firstWins() == 1
                        || vote.first() == 1 && vote.second() == 0 && vote.secondWins() == 1)
                .count());
    }

    @Test
    void pairsWithoutAVote_areLeftOut_inATableAndSorted() {
        List<PairCount> votes = new ArrayList<>(votes(300));
        votes.removeIf(vote -> Math.min(vote.first(), vote.second()) == 3);
        votes.add(new PairCount(5, 3, 0, 0, 0, 0));
        for (int models : new int[] { FEW, MANY }) {
            assertThat(new PairCounts(models, votes).pairs()).isNotEmpty().noneMatch(pair -> pair.first() == 3);
        }
    }
}
