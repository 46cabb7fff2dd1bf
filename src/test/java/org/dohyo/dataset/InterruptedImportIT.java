package org.dohyo.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.ArenaProcess;
import org.dohyo.Beside;
import org.dohyo.Http1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application and its database are killed while an import is being stored: it goes on at the next start. */
@Beside
class InterruptedImportIT {

    /** Three sets. */
    private static final int RECORDS = 60_000;
    private static final String PASSWORD = "a password for the tests";
    private static final Map<String, String> SETTINGS = Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Sets are stored one at a time, by whoever has this lock. */
    private static final String TAKE_TURN = "select pg_advisory_lock(hashtext('dohyo.vote-import'))";
    private static final String GIVE_TURN = "select pg_advisory_unlock(hashtext('dohyo.vote-import'))";

    @TempDir
    Path data;

    @Test
    void importThatIsKilled_goesOn_andEachVoteIsStoredLoggedAndCountedOnce() throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(data, SETTINGS)) {
            try (Connection database = arena.database(); Statement lock = database.createStatement()) {
                lock.execute(TAKE_TURN);
                CompletableFuture<HttpResponse<String>> answer = send(arena);
                await().atMost(PATIENCE).until(() -> number(database,
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted") == 1);
                lock.execute(GIVE_TURN);
                // Granted after the first set, and before the next one.
                lock.execute(TAKE_TURN);
                assertThat(number(database, "select stored from vote_import")).isPositive().isLessThan(RECORDS);
                assertThat(answer).as("the import is not over").isNotDone();
                lock.execute(GIVE_TURN);
                arena.killAll9();
            }
        }
        try (ArenaProcess arena = ArenaProcess.start(data, SETTINGS); Connection database = arena.database()) {
            await().atMost(PATIENCE).until(() -> number(database,
                    "select count(*) from vote_import where state = 'DONE'") == 1
                    && number(database, "select count(*) from import_queue") == 0);
            assertThat(number(database, "select imported from vote_import")).isEqualTo(RECORDS);
            assertThat(number(database, "select count(*) from import_vote")).isZero();
            assertThat(number(database, "select count(distinct import_key) from battle")).isEqualTo(RECORDS);
            assertThat(number(database, "select count(*) from vote")).isEqualTo(RECORDS);
            assertThat(number(database, "select count(distinct vote_id) from log_entry")).isEqualTo(RECORDS);
            assertThat(number(database, "select count(*) from log_entry where kind = 'CAST'")).isEqualTo(RECORDS);
            assertThat(number(database, "select max(position) + 1 - count(*) from log_entry")).isZero();
            assertThat(number(database, """
                    select sum(first_wins + second_wins + ties + both_bad) from pair_count
                    where category = 'overall'""")).isEqualTo(RECORDS);
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(ArenaProcess arena) {
        String file = IntStream.range(0, RECORDS).mapToObj("""
                {"question_id":"killed-%1$d","model_a":"killed-a","model_b":"killed-b","winner":"model_a",\
                "judge":"killed_%1$d","tstamp":1700000000}"""::formatted).collect(Collectors.joining("\n"));
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return Http1.client().sendAsync(HttpRequest.newBuilder(
                URI.create(arena.url() + "/api/admin/votes/import")).header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.ofString(file)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
