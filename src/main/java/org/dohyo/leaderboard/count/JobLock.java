package org.dohyo.leaderboard.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Advisory locks of the whole deployment, held until the transaction ends: a dead holder frees them by dying. */
public enum JobLock {

    /** Whoever logs, counts and publishes. */
    LEADERBOARD(0x646f68796fL),
    /** Whoever computes intervals and ranges of ranks. */
    UNCERTAINTY(0x646f687970L);

    private final long key;

    JobLock(long key) {
        this.key = key;
    }

    /** Takes the lock if nobody holds it; returns whether it did. */
    public boolean tryTake(Connection connection) throws SQLException {
        return select(connection, "select pg_try_advisory_xact_lock(?)");
    }

    /** Waits for the lock. */
    public void take(Connection connection) throws SQLException {
        select(connection, "select pg_advisory_xact_lock(?) is not null");
    }

    private boolean select(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, key);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
