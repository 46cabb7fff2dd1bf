package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database acknowledged is there again after a kill, whichever process it hit. */
class KillIT {

    private static final int COMMITS = 50;

    @TempDir
    Path data;

    @Test
    void killOfTheApplication_losesNothing() throws Exception {
        assertKept(ArenaProcess::kill9);
    }

    @Test
    void killOfApplicationAndDatabase_losesNothing() throws Exception {
        assertKept(ArenaProcess::killAll9);
    }

    @Test
    void killOfTheDatabase_losesNothing() throws Exception {
        assertKept(arena -> {
            arena.killPostgres9();
            arena.kill9();
        });
    }

    private void assertKept(Kill kill) throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(data)) {
            try (Connection connection = arena.database()) {
                commit(connection);
                kill.hit(arena);
            } catch (SQLException e) {
                // Closing a connection whose server has been killed may be told so.
                assertThat(e.getSQLState()).startsWith("08");
            }
        }
        try (ArenaProcess again = ArenaProcess.start(data);
                Connection connection = again.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM scratch")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(COMMITS);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE scratch (n int)");
            for (int n = 0; n < COMMITS; n++) {
                statement.execute("INSERT INTO scratch VALUES (" + n + ")");
            }
        }
    }

    private interface Kill {
        void hit(ArenaProcess arena) throws Exception;
    }
}
