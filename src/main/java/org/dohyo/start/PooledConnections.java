package org.dohyo.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.postgresql.core.BaseConnection;

import io.agroal.api.AgroalPoolInterceptor;

/** The pool's connections and when they were opened. Thread-safe. */
@Singleton
public class PooledConnections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(PooledConnections.class);

    private final Map<BaseConnection, Long> openedAt = new ConcurrentHashMap<>();

    @Override
    public void onConnectionCreate(Connection connection) {
        own(connection).ifPresent(opened -> openedAt.put(opened, System.nanoTime()));
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        own(connection).ifPresent(openedAt::remove);
    }

    /** The driver's connection: the pool's is another object each time, and to abort that one does nothing. */
    private static Optional<BaseConnection> own(Connection connection) {
        try {
            return Optional.of(connection.unwrap(BaseConnection.class));
        } catch (SQLException e) {
            LOG.debug("A connection is none of PostgreSQL's driver", e);
            return Optional.empty();
        }
    }

    /**
     * Breaks the connections that were opened before that time ({@link System#nanoTime}), those in use as well: whoever
     * waits for an answer on one fails at once.
     */
    void abortOpenedBefore(long nanos) {
        List<BaseConnection> old = openedAt.entrySet().stream().filter(entry -> entry.getValue() - nanos < 0)
                .map(Map.Entry::getKey).toList();
        for (BaseConnection connection : old) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection that was lost can't be aborted", e);
            }
        }
    }
}
