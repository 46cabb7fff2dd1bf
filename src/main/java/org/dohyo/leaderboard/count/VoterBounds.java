package org.dohyo.leaderboard.count;

/**
 * How many votes a voter has at most. A voter's counter may be another's too, so the bound may be too high, but never
 * too low: the memory is the same for any number of voters.
 */
final class VoterBounds {

    private static final int COUNTERS = 1 << 22;

    private final byte[] votes = new byte[COUNTERS];

    /** At most {@link Byte#MAX_VALUE}, which means any number from there on. */
    int of(CategoryCounts.Tag voter) {
        return votes[counter(voter)];
    }

    /** @param more 0 or greater */
    void add(CategoryCounts.Tag voter, long more) {
        int counter = counter(voter);
        votes[counter] = (byte) Math.min(Byte.MAX_VALUE, votes[counter] + more);
    }

    private static int counter(CategoryCounts.Tag voter) {
        return voter.hashCode() & COUNTERS - 1;
    }
}
