package org.dohyo.leaderboard.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;

import org.dohyo.rating.VoterVotes;
import org.junit.jupiter.api.Test;

class VoterSharesTest {

    private static final long UNIT = VoterVotes.UNIT;

    private static CategoryCounts.Key key(String category, String voter, int first, int second) {
        return new CategoryCounts.Key(category,
                voter == null ? null : new CategoryCounts.Tag(HexFormat.of().parseHex(voter.repeat(32))), first,
                second);
    }

    private static CategoryCounts.Key pair(int first, int second) {
        return key("overall", null, first, second);
    }

    private static CategoryCounts.Key pair(String voter, int first, int second) {
        return key("overall", voter, first, second);
    }

    @Test
    void upTo30Votes_eachVoteIsWhole() {
        VoterShares shares = new VoterShares();
        shares.take(Map.of(pair("0a", 1, 2), new long[] { 12, 8, 7, 3 }), 1);
        assertThat(shares.sums().get(pair(1, 2))).containsExactly(12 * UNIT, 8 * UNIT, 10 * UNIT);
    }

    /** 40 and 20 votes of one voter: each weighs one half, and both pairs together 30. */
    @Test
    void beyond30Votes_aVotersVotesWeigh30Together_whateverThePairs() {
        VoterShares shares = new VoterShares();
        shares.take(Map.of(pair("0a", 1, 2), new long[] { 40, 0, 0, 0 }, pair("0a", 1, 3), new long[] { 0, 10, 5, 5 }),
                1);
        assertThat(shares.sums().get(pair(1, 2))).containsExactly(20 * UNIT, 0, 0);
        assertThat(shares.sums().get(pair(1, 3))).containsExactly(0, 5 * UNIT, 5 * UNIT);
    }

    /**
     * 31 votes: 30/31 of each score is rounded down for itself. 10·30·2²⁰/31 = 10147509.7, 11·30·2²⁰/31 = 11162260.6.
     */
    @Test
    void sharesAreRoundedDown_perScore() {
        VoterShares shares = new VoterShares();
        shares.take(Map.of(pair("0a", 1, 2), new long[] { 10, 10, 5, 6 }), 1);
        assertThat(shares.sums().get(pair(1, 2))).containsExactly(10_147_509, 10_147_509, 11_162_260);
    }

    @Test
    void votersAndCategories_areCountedApart() {
        VoterShares shares = new VoterShares();
        shares.take(Map.of(pair("0a", 1, 2), new long[] { 60, 0, 0, 0 }, pair("0b", 1, 2), new long[] { 2, 0, 0, 0 },
                key("code", "0a", 1, 2), new long[] { 15, 0, 0, 0 }), 1);
        assertThat(shares.sums()).hasSize(2);
        assertThat(shares.sums().get(pair(1, 2))).containsExactly(32 * UNIT, 0, 0);
        assertThat(shares.sums().get(key("code", null, 1, 2))).containsExactly(15 * UNIT, 0, 0);
    }

    /** How a change of a voter's counts is made: the old ones go, the new ones come, to the unit. */
    @Test
    void whatIsTakenAway_isExactlyWhatWasAdded() {
        VoterShares shares = new VoterShares();
        Map<CategoryCounts.Key, long[]> counts = Map.of(pair("0a", 1, 2), new long[] { 13, 7, 11, 6 },
                pair("0b", 1, 2), new long[] { 31, 0, 1, 1 });
        shares.take(counts, 1);
        shares.take(counts, -1);
        assertThat(shares.sums().get(pair(1, 2))).containsExactly(0, 0, 0);
    }
}
