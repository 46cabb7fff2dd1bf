package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.dohyo.rating.VoterVotes;

/**
 * Sums up voters' votes by pair in {@linkplain VoterVotes#units units} of a vote, each voter's weight limited.
 * Integers, so that the sums don't depend on the order of the votes.
 */
public final class VoterShares {

    /** First wins, second wins, halves (ties and both bad together). */
    private static final int COLUMNS = 3;

    private final Map<CategoryCounts.Key, long[]> sums = new HashMap<>();

    /**
     * Adds all counts of some voters.
     *
     * @param counts first wins, second wins, ties, both bad by voter and pair
     * @param sign 1 to add, −1 to subtract
     */
    void take(Map<CategoryCounts.Key, long[]> counts, int sign) {
        Map<CategoryCounts.Key, Long> votes = new HashMap<>();
        counts.forEach((key, values) -> votes.merge(key.ofVoter(), Arrays.stream(values).sum(), Long::sum));
        counts.forEach((key, values) -> {
            long all = votes.get(key.ofVoter());
            long[] sum = sums.computeIfAbsent(key.ofAll(), unused -> new long[COLUMNS]);
            sum[0] += sign * VoterVotes.units(values[0], all);
            sum[1] += sign * VoterVotes.units(values[1], all);
            sum[2] += sign * VoterVotes.units(values[2] + values[3], all);
        });
    }

    /**
     * Adds new votes that weigh one each.
     *
     * @param added first wins, second wins, ties, both bad
     */
    void takeWhole(CategoryCounts.Key key, long... added) {
        long[] sum = sums.computeIfAbsent(key.ofAll(), unused -> new long[COLUMNS]);
        sum[0] += added[0] * VoterVotes.UNIT;
        sum[1] += added[1] * VoterVotes.UNIT;
        sum[2] += (added[2] + added[3]) * VoterVotes.UNIT;
    }

    /** First wins, second wins and halves, to be added to each pair. */
    Map<CategoryCounts.Key, long[]> sums() {
        return sums;
    }
}
