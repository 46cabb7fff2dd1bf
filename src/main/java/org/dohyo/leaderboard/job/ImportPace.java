package org.dohyo.leaderboard.job;

/**
 * How many imported votes one pass takes: as many as this machine logs and counts in {@value #PASS_MILLIS} ms. A vote
 * that is cast meanwhile waits no longer than that for its own pass.
 */
final class ImportPace {

    static final int LEAST = 500;
    static final int MOST = 10_000;
    private static final long PASS_MILLIS = 400;
    private static final int FIRST = 2_000;

    private int votes = FIRST;

    int votes() {
        return votes;
    }

    /**
     * Learns from a pass. The pace at most doubles or halves, since one pass may have been delayed by something else.
     *
     * @param taken the imported votes of the pass; few of them say little
     * @param millis that it took
     */
    void learn(int taken, long millis) {
        if (taken >= LEAST) {
            long due = taken * PASS_MILLIS / Math.max(1, millis);
            long near = Math.max(taken / 2, Math.min(2L * taken, due));
            votes = (int) Math.max(LEAST, Math.min(MOST, near));
        }
    }
}
