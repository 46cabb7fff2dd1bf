package org.dohyo.leaderboard.count;

import org.jdbi.v3.core.Jdbi;

/** Advisory locks of the whole deployment, held until the transaction ends, so a crashed holder releases them. */
public enum JobLock {

    /** Held while votes are logged, counted and published. */
    LEADERBOARD(0x646f68796fL),
    /** Held while intervals and ranges of ranks are computed. */
    UNCERTAINTY(0x646f687970L),
    /** Held while new votes are judged by the detectors. */
    INTEGRITY(0x646f687971L);

    private final long key;

    JobLock(long key) {
        this.key = key;
    }

    /** The number of the advisory lock in the database. */
    public long key() {
        return key;
    }

    /**
     * Takes the lock, in the transaction in progress, unless another transaction holds it; returns true if it was
     * taken.
     */
    public boolean tryTake(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_try_advisory_xact_lock(:key)").bind("key", key)
                .mapTo(Boolean.class).one());
    }

    /** Waits for the lock and takes it, in the transaction in progress. */
    public void take(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(:key) is not null").bind("key", key)
                .mapTo(Boolean.class).one());
    }
}
