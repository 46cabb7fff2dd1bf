package org.dohyo.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Asks the database again and again whether it is there, over a connection of its own, so that readiness is answered at
 * once however busy the pool is. When the database is back, the pool drops the connections to what was there before. If
 * another server has taken over, those in use are broken too: nothing else closes a connection to a machine that has
 * lost its power or network, and callers would wait there for hours.
 */
@Readiness
@ApplicationScoped
public class DatabaseProbe implements AsyncHealthCheck {

    private static final long BEAT_MILLIS = 300;
    private static final int PATIENCE_SECONDS = 1;
    private static final String LOGIN_SECONDS = "10";
    /** A probe that gets no answer for so long counts as one that failed. */
    private static final Duration STALE = Duration.ofSeconds(3);
    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);

    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dohyo-database-probe");
        thread.setDaemon(true);
        return thread;
    });
    private final AgroalDataSource pool;
    private final PooledConnections connections;
    private final String url;
    private final Properties login = new Properties();
    private Connection connection;
    /** Differs for each server, and for each of its starts. */
    private String server;
    private String lastServer;
    private long lostAt;
    private volatile boolean up = true;
    private volatile long answeredAt = System.nanoTime();

    DatabaseProbe(AgroalDataSource pool, PooledConnections connections,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.pool = pool;
        this.connections = connections;
        this.url = url;
        login.setProperty("user", user.orElse(""));
        login.setProperty("password", password.orElse(""));
        login.setProperty("loginTimeout", LOGIN_SECONDS);
        login.setProperty("socketTimeout", LOGIN_SECONDS);
    }

    void start(@Observes StartupEvent started) {
        beat.scheduleWithFixedDelay(this::probe, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        beat.shutdownNow();
        drop();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        boolean fresh = System.nanoTime() - answeredAt < STALE.toNanos();
        return Uni.createFrom().item(HealthCheckResponse.named("database").status(up && fresh).build());
    }

    private void probe() {
        boolean answered = answers();
        if (beat.isShutdown()) {
            // The end closes the connection, perhaps while it is asked.
            return;
        }
        if (answered) {
            answeredAt = System.nanoTime();
        }
        if (answered != up) {
            pool.flush(FlushMode.IDLE);
            if (answered) {
                LOG.info("The database can be reached again");
            } else {
                lostAt = System.nanoTime();
                LOG.warn("The database can't be reached");
            }
        }
        up = answered;
        if (answered && !server.equals(lastServer)) {
            if (lastServer != null) {
                connections.abortOpenedBefore(lostAt);
            }
            lastServer = server;
        }
    }

    private boolean answers() {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(url, login);
                server = server(connection);
            }
            if (connection.isValid(PATIENCE_SECONDS)) {
                return true;
            }
        } catch (SQLException e) {
            LOG.debug("The database can't be reached", e);
        }
        drop();
        return false;
    }

    /** A standby, to which a proxy leads until it has become the primary, counts as none. */
    private static String server(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select concat_ws(' ', pg_postmaster_start_time(), inet_server_addr(), inet_server_port())
                        where not pg_is_in_recovery()""")) {
            if (!row.next()) {
                throw new SQLException("The server is a standby", "25006");
            }
            return row.getString(1);
        }
    }

    private void drop() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A connection that was lost can't be closed", e);
        } finally {
            connection = null;
        }
    }
}
