package org.dohyo.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalPoolInterceptor;

/** The pool's connections and when they were opened. Thread-safe. */
@Singleton
public class PooledConnections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(PooledConnections.class);

    private final Map<Connection, Long> openedAt = new ConcurrentHashMap<>();

    @Override
    public void onConnectionCreate(Connection connection) {
        openedAt.put(connection, System.nanoTime());
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        openedAt.remove(connection);
    }

    /**
     * Breaks the connections that were opened before that time ({@link System#nanoTime}), those in use as well: whoever
     * waits for an answer on one fails at once.
     */
    void abortOpenedBefore(long nanos) {
        List<Connection> old = openedAt.entrySet().stream().filter(entry -> entry.getValue() - nanos < 0)
                .map(Map.Entry::getKey).toList();
        for (Connection connection : old) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection that was lost can't be aborted", e);
            }
        }
    }
}
