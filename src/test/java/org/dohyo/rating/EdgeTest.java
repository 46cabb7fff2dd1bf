package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Few votes that all, or nearly all, say the same are no certainty, however the votes are weighted. */
class EdgeTest {

    private static final int FIELD = 4;
    private static final int NEWCOMER = FIELD;

    /** Four models with nearly equal results, each vote by a voter of its own. */
    private static List<PairCount> field() {
        List<PairCount> votes = new ArrayList<>();
        for (int i = 0; i < FIELD; i++) {
            for (int j = i + 1; j < FIELD; j++) {
                for (int vote = 0; vote < 40; vote++) {
                    boolean won = vote < 20 + (i + j) % 3 - 1;
                    votes.add(new PairCount(i, j, won ? 1 : 0, won ? 0 : 1, 0, 0));
                }
            }
        }
        return votes;
    }

    /** Beside the field a newcomer, against one after another. */
    private static List<PairCount> newcomer(int wins, int losses) {
        List<PairCount> votes = field();
        for (int vote = 0; vote < wins + losses; vote++) {
            votes.add(new PairCount(NEWCOMER, vote % FIELD, vote < wins ? 1 : 0, vote < wins ? 0 : 1, 0, 0));
        }
        return votes;
    }

    /** @param perVoter so many of the last votes are one voter's, and so on */
    private static VoterVotes voters(int models, List<PairCount> votes, int perVoter) {
        VoterVotes all = new VoterVotes(models);
        for (int from = 0; from < votes.size(); from += perVoter) {
            all.add(votes.subList(from, Math.min(votes.size(), from + perVoter)));
        }
        return all;
    }

    private static void assertNoSurerThanByVotes(VoterVotes votes) {
        Fit byVotes = BradleyTerry.fit(new PairCounts(votes.models(), votes.unweighted()));
        Fit byVoters = BradleyTerry.fit(votes);
        RankIntervals ranksByVotes = RankIntervals.of(byVotes, 1);
        RankIntervals ranks = RankIntervals.of(byVoters, 1);
        for (int model = 0; model < votes.models(); model++) {
            assertThat(byVoters.halfWidth(model)).isGreaterThanOrEqualTo(byVotes.halfWidth(model));
            assertThat(ranks.low()[model]).isLessThanOrEqualTo(ranksByVotes.low()[model]);
            assertThat(ranks.high()[model]).isGreaterThanOrEqualTo(ranksByVotes.high()[model]);
        }
    }

    @ParameterizedTest
    @CsvSource({ "1, 0", "0, 1", "2, 0", "0, 3", "3, 0", "5, 0", "8, 0", "0, 8", "6, 1", "1, 6", "9, 1" })
    void aNewcomer_isNoSurerByVotersThanByVotes(int wins, int losses) {
        for (int perVoter : new int[] { 1, 3, 7 }) {
            assertNoSurerThanByVotes(voters(FIELD + 1, newcomer(wins, losses), perVoter));
        }
    }

    @ParameterizedTest
    @CsvSource({ "1, 0", "0, 1", "2, 0", "0, 3", "3, 0" })
    void aNewcomerWithOneToThreeVotes_mayHaveAnyRank(int wins, int losses) {
        RankIntervals ranks = RankIntervals.of(BradleyTerry.fit(voters(FIELD + 1, newcomer(wins, losses), 1)), 1);
        assertThat(ranks.low()[NEWCOMER]).isEqualTo(1);
        assertThat(ranks.high()[NEWCOMER]).isEqualTo(FIELD + 1);
    }

    /** By the sign test five of five have p = 2/2⁵ = 6%. */
    @ParameterizedTest
    @CsvSource({ "1", "2", "3", "4", "5" })
    void twoModels_upToFiveVotesOrderNothing(int wins) {
        VoterVotes votes = voters(2,
                IntStream.range(0, wins).mapToObj(vote -> new PairCount(0, 1, 1, 0, 0, 0)).toList(),
                1);
        assertNoSurerThanByVotes(votes);
        Fit fit = BradleyTerry.fit(votes);
        RankIntervals ranks = RankIntervals.of(fit, 1);
        assertThat(ranks.low()).containsExactly(1, 1);
        assertThat(ranks.high()).containsExactly(2, 2);
        assertThat(Lead.of(fit, 0, 1, fit.ratings()[0] - fit.ratings()[1], Double.NaN, Double.NaN).low()).isNegative();
    }

    @Test
    void aHundredOfAHundred_orderTwoModels() {
        Fit fit = BradleyTerry
                .fit(voters(2, IntStream.range(0, 100).mapToObj(vote -> new PairCount(0, 1, 1, 0, 0, 0)).toList(), 1));
        assertThat(RankIntervals.of(fit, 1).high()[0]).isEqualTo(1);
    }

    static Stream<List<PairCount>> blocks() {
        return Stream.of(
                // Two that beat each other and all the rest.
                List.of(new PairCount(0, 1, 6, 5, 0, 0), new PairCount(2, 3, 5, 6, 0, 0),
                        new PairCount(0, 2, 2, 0, 0, 0), new PairCount(1, 3, 2, 0, 0, 0)),
                List.of(new PairCount(0, 1, 3, 0, 0, 0), new PairCount(1, 2, 3, 0, 0, 0)),
                List.of(new PairCount(0, 1, 5, 0, 0, 0), new PairCount(1, 2, 5, 0, 0, 0),
                        new PairCount(2, 0, 5, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void anUnbeatenBlock_isNoSurerByVoters(List<PairCount> pairs) {
        List<PairCount> votes = pairs.stream().flatMap(pair -> Stream.concat(
                IntStream.range(0, (int) pair.firstWins())
                        .mapToObj(vote -> new PairCount(pair.first(), pair.second(), 1, 0, 0, 0)),
                IntStream.range(0, (int) pair.secondWins())
                        .mapToObj(vote -> new PairCount(pair.first(), pair.second(), 0, 1, 0, 0))))
                .toList();
        int models = 1 + pairs.stream().mapToInt(pair -> Math.max(pair.first(), pair.second())).max().orElseThrow();
        assertNoSurerThanByVotes(voters(models, votes, 1));
    }

    /** With style held constant the penalty keeps ratings nearer together, and still orders nothing. */
    @ParameterizedTest
    @CsvSource({ "1, 0", "0, 1", "0, 3", "3, 0" })
    void withStyleHeldConstant_fewVotesOrderNothing(int wins, int losses) {
        StyleVotes votes = new StyleVotes(FIELD + 1, 1);
        int row = 0;
        for (PairCount vote : newcomer(wins, losses)) {
            votes.add(vote.first(), vote.second(), vote.firstWins(), new float[] { (row++ % 7 - 3) / 10f });
        }
        Fit fit = StyleControl.fit(votes).fit();
        RankIntervals ranks = RankIntervals.of(fit, 1);
        assertThat(ranks.low()[NEWCOMER]).isEqualTo(1);
        assertThat(ranks.high()[NEWCOMER]).isEqualTo(FIELD + 1);
        assertThat(fit.halfWidth(NEWCOMER)).isGreaterThan(400);
    }

    @Test
    void withStyleHeldConstant_twoModelsAndOneVoteAreNotOrdered() {
        for (int wins : new int[] { 1, 3, 5 }) {
            StyleVotes votes = new StyleVotes(2, 1);
            for (int vote = 0; vote < wins; vote++) {
                votes.add(0, 1, 1, new float[] { 0.1f * vote });
            }
            assertThat(RankIntervals.of(StyleControl.fit(votes).fit(), 1).high()[0]).isEqualTo(2);
        }
    }
}
