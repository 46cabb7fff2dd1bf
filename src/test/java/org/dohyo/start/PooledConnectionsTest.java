package org.dohyo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;

class PooledConnectionsTest {

    private final PooledConnections connections = new PooledConnections();
    private final List<String> aborted = new ArrayList<>();

    @Test
    void onlyConnectionsFromBefore_areBroken() {
        Connection closed = connection("closed");
        connections.onConnectionCreate(pooled(closed));
        connections.onConnectionCreate(pooled(connection("old")));
        connections.onConnectionDestroy(pooled(closed));
        long lost = System.nanoTime() + 1;
        while (System.nanoTime() <= lost) {
            Thread.onSpinWait();
        }
        connections.onConnectionCreate(pooled(connection("new")));

        connections.abortOpenedBefore(lost);

        assertThat(aborted).containsExactly("old");
    }

    /** What the pool gives: each time another object around the driver's connection. */
    private static Connection pooled(Connection connection) {
        return (Connection) Proxy.newProxyInstance(PooledConnectionsTest.class.getClassLoader(),
                new Class<?>[] { Connection.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "unwrap" -> connection;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection connection(String name) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { BaseConnection.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "abort" -> {
                        aborted.add(name);
                        yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
