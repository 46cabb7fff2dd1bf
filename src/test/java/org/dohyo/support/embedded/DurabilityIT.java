package org.dohyo.support.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.dohyo.ServerKill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Shows that a kill can lose commits at all, else the tests that find none lost would prove nothing. */
@Execution(ExecutionMode.CONCURRENT)
class DurabilityIT {

    private static final int COMMITS = 100;
    private static final Map<String, String> UNSAFE = Map.of("fsync", "off", "synchronous_commit", "off",
            "wal_writer_delay", "10s");

    @TempDir
    Path data;

    @Test
    void safeSettings_keepEveryCommit() throws Exception {
        assertThat(keptAfterKill(Map.of())).isEqualTo(COMMITS);
    }

    @Test
    void unsafeSettings_loseCommits() throws Exception {
        assertThat(keptAfterKill(UNSAFE)).isLessThan(COMMITS);
    }

    private int keptAfterKill(Map<String, String> settings) throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.start(data, settings);
        try (Connection connection = connect(killed); Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            statement.execute("CREATE TABLE scratch (n int)");
            statement.execute("RESET synchronous_commit");
            for (int n = 0; n < COMMITS; n++) {
                statement.execute("INSERT INTO scratch VALUES (" + n + ")");
            }
            ServerKill.kill9(ServerKill.pidsIn(data.resolve("postgres")));
        } finally {
            killed.close();
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.start(data)) {
            return count(again);
        }
    }

    private static int count(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM scratch")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password());
    }
}
