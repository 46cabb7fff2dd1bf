package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class VoterVotesTest {

    private static PairCount wins(int first, int second, long firstWins, long secondWins) {
        return new PairCount(first, second, firstWins, secondWins, 0, 0);
    }

    @Test
    void upToTheCap_everyVoteCountsOne_beyondItThirtyInAll() {
        VoterVotes votes = new VoterVotes(2);
        votes.add(List.of(wins(0, 1, 20, 10)));
        votes.add(List.of(wins(1, 0, 0, 300)));
        assertThat(votes.weighted()).containsExactly(new WeightedPair(0, 1, 20 + 30, 10, 0));
    }

    @Test
    void manyVotersOfOneVoteEach_giveTheIndependentIntervals() {
        VoterVotes votes = new VoterVotes(3);
        for (int i = 0; i < 3_000; i++) {
            votes.add(List.of(wins(i % 3, (i + 1) % 3, i % 5 < 3 ? 1 : 0, i % 5 < 3 ? 0 : 1)));
        }
        Fit clustered = BradleyTerry.fit(votes);
        Fit independent = BradleyTerry.fit(new PairCounts(3, votes.unweighted()));
        for (int i = 0; i < 3; i++) {
            assertThat(clustered.ratings()[i]).isCloseTo(independent.ratings()[i], within(1e-9));
            assertThat(clustered.halfWidth(i)).isCloseTo(independent.halfWidth(i),
                    within(1e-3 * independent.halfWidth(i)));
        }
    }

    @Test
    void oneVoter_isNotCertainty() {
        VoterVotes votes = new VoterVotes(2);
        votes.add(List.of(wins(0, 1, 8, 4)));
        Fit independent = BradleyTerry.fit(new PairCounts(2, List.of(wins(0, 1, 8, 4))));
        assertThat(BradleyTerry.fit(votes).halfWidth(0)).isCloseTo(independent.halfWidth(0), within(1e-9));
    }

    @Test
    void onlyTies_areNotCertaintyHereEither() {
        VoterVotes votes = new VoterVotes(2);
        for (int voter = 0; voter < 10; voter++) {
            votes.add(List.of(new PairCount(0, 1, 0, 0, 1, 1)));
        }
        Fit byVotes = BradleyTerry.fit(new PairCounts(2, votes.unweighted()));
        assertThat(BradleyTerry.fit(votes).halfWidth(0)).isPositive().isCloseTo(byVotes.halfWidth(0), within(1e-9));
    }

    @Test
    void sameVotesBehindOneVoice_areLessSure() {
        VoterVotes apart = new VoterVotes(2);
        VoterVotes together = new VoterVotes(2);
        for (int voter = 0; voter < 40; voter++) {
            together.add(List.of(wins(0, 1, voter % 2 == 0 ? 10 : 0, voter % 2 == 0 ? 0 : 10)));
            for (int i = 0; i < 10; i++) {
                apart.add(List.of(wins(0, 1, voter % 2 == 0 ? 1 : 0, voter % 2 == 0 ? 0 : 1)));
            }
        }
        assertThat(BradleyTerry.fit(together).halfWidth(0)).isGreaterThan(3 * BradleyTerry.fit(apart).halfWidth(0));
    }

    @Test
    void nobody_andNothing() {
        assertThat(BradleyTerry.fit(new VoterVotes(0)).ratings()).isEmpty();
        assertThat(BradleyTerry.fit(new VoterVotes(1)).halfWidth(0)).isNaN();
        assertThat(new VoterVotes(2).weighted()).isEmpty();
    }

    @Test
    void strangers_areRefused() {
        assertThatThrownBy(() -> new VoterVotes(2).add(List.of(wins(0, 2, 1, 0)))).hasMessageContaining("beyond 2");
    }
}
