package org.dohyo.leaderboard.count;

/**
 * Voters of late and how many votes they have cast at most, so that few voters of a large import have to be looked up.
 * A voter may be forgotten, and is never taken for another but by one in 2⁶⁴: the memory is the same for any number of
 * voters.
 */
final class KnownVoters {

    private static final int SLOTS = 1 << 20;
    static final int FREQUENT = Byte.MAX_VALUE;

    private final long[] voters = new long[SLOTS];
    private final byte[] most = new byte[SLOTS];

    /** Who a voter is as far as it is known. */
    enum Known {
        SELDOM,
        FREQUENT,
        UNKNOWN
    }

    /**
     * Notes more votes of a voter.
     *
     * @return unknown too if the voter may have become frequent
     */
    Known add(CategoryCounts.Tag voter, int more) {
        int slot = slot(voter);
        if (voters[slot] != voter.prefix() || most[slot] == 0) {
            return Known.UNKNOWN;
        }
        if (most[slot] == FREQUENT) {
            return Known.FREQUENT;
        }
        most[slot] = (byte) Math.min(FrequentVoters.FEW + 1, most[slot] + more);
        return most[slot] > FrequentVoters.FEW ? Known.UNKNOWN : Known.SELDOM;
    }

    /** @param votes that the voter has ever cast, or {@link #FREQUENT} */
    void put(CategoryCounts.Tag voter, int votes) {
        voters[slot(voter)] = voter.prefix();
        most[slot(voter)] = (byte) votes;
    }

    private static int slot(CategoryCounts.Tag voter) {
        return (int) voter.prefix() & SLOTS - 1;
    }
}
