package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.dohyo.rating.VoterVotes;

/**
 * What voters' votes weigh per pair, in units of 2⁻²⁰ votes: each vote of a voter with n votes min(1, 30/n), rounded down
 * per voter, pair and score (first wins, second wins, ties and both-bad together). Migration V4 does the same in SQL.
 */
public final class VoterShares {

    /** Units of a whole vote. */
    public static final long UNIT = 1L << 20;

    private final Map<CategoryCounts.Key, long[]> sums = new HashMap<>();

    /**
     * Takes in all counts of some voters.
     *
     * @param counts first wins, second wins, ties, both bad by voter and pair
     * @param sign 1 to add, −1 to take away
     */
    void take(Map<CategoryCounts.Key, long[]> counts, int sign) {
        Map<CategoryCounts.Key, Long> votes = new HashMap<>();
        counts.forEach((key, values) -> votes.merge(key.ofVoter(), Arrays.stream(values).sum(), Long::sum));
        counts.forEach((key, values) -> {
            long divisor = Math.max(VoterVotes.CAP, votes.get(key.ofVoter()));
            long[] sum = sums.computeIfAbsent(key.ofAll(), unused -> new long[3]);
            sum[0] += sign * (values[0] * VoterVotes.CAP * UNIT / divisor);
            sum[1] += sign * (values[1] * VoterVotes.CAP * UNIT / divisor);
            sum[2] += sign * ((values[2] + values[3]) * VoterVotes.CAP * UNIT / divisor);
        });
    }

    /** What is to be added to each pair. */
    Map<CategoryCounts.Key, long[]> sums() {
        return sums;
    }
}
