package org.dohyo.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.dohyo.support.StartFailure;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.Driver;

/**
 * Checks for common mistakes before the start and reports each in one sentence; once Quarkus has started, they would
 * appear as long stack traces.
 */
final class Preflight {

    private static final String WRONG_PASSWORD_CLASS = "28";
    private static final String TIMEOUT_SECONDS = "10";

    private Preflight() {
    }

    static void checkPort(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port %d of %s can't be used (%s): stop the program that holds it or choose another port with QUARKUS_HTTP_PORT."
                            .formatted(port, host, e.getMessage()),
                    e);
        }
    }

    /**
     * Checks that the database is reachable, accepts the user, and has no schema from a newer version of the
     * application.
     */
    static void checkDatabase(String url, String user, String password) {
        try (Connection connection = connect(url, user, password)) {
            checkSchema(connection);
        } catch (SQLException e) {
            throw new StartFailure("The database at %s %s: %s".formatted(place(url), complaint(e), firstLine(e)), e);
        }
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new StartFailure("The database URL must begin with jdbc:postgresql: and name a PostgreSQL database.");
        }
        return connection;
    }

    private static void checkSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return;
            }
            MigrationVersion newest = BundledMigrations.newest();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL")) {
                while (rows.next()) {
                    refuseNewer(MigrationVersion.fromVersion(rows.getString(1)), newest);
                }
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void refuseNewer(MigrationVersion current, MigrationVersion newest) {
        if (current.compareTo(newest) > 0) {
            throw new StartFailure(
                    "The database has schema version %s and this version of Dohyo knows %s: start a newer Dohyo or restore an older backup."
                            .formatted(current, newest));
        }
    }

    private static String complaint(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(WRONG_PASSWORD_CLASS)
                ? "refuses the user or the password"
                : "can't be reached";
    }

    private static String firstLine(SQLException e) {
        return e.getMessage().lines().findFirst().orElse("no reason given");
    }

    /** Without the parameters, which may contain a password. */
    private static String place(String url) {
        String plain = url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
        try {
            URI uri = URI.create(plain);
            return uri.getHost() == null ? plain
                    : uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
        } catch (IllegalArgumentException e) {
            return "the configured URL";
        }
    }
}
