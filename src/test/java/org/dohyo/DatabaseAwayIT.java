package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.path.json.JsonPath;

/**
 * PostgreSQL ends while the application lives: calls are refused for the moment, and everything comes back by itself.
 */
@Execution(ExecutionMode.CONCURRENT)
class DatabaseAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration READINESS = Duration.ofSeconds(1);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final int ROUNDS = Integer.getInteger("dohyo.kill9.rounds", 1);

    private static final String PASSWORD = "a long password of the admin";
    private static final Map<String, String> ADMIN = Map.of("Content-Type", "application/octet-stream", "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    /** Votes of a file, few enough to be read before its sender is refused. */
    private static final int IMPORTED = 20;

    @TempDir
    Path data;

    private ArenaProcess arena;
    private RawHttp http;

    @AfterEach
    void close() {
        if (arena != null) {
            arena.close();
        }
    }

    /** A battle and the headers of its voter's calls. */
    private record Ballot(String path, Map<String, String> voter) {
    }

    @Test
    void killedDatabase_comesBack_andUntilThenCallsAreToBeTriedAgain() throws Exception {
        arena = ArenaProcess.start(data, Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD));
        http = new RawHttp("127.0.0.1", arena.port());
        List<Ballot> ballots = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ballots.add(ballot());
        }
        for (Ballot ballot : ballots) {
            await().atMost(PATIENCE)
                    .until(() -> http.send("GET", ballot.path(), ballot.voter(), null).body().contains("READY"));
        }
        for (int round = 0; round < ROUNDS; round++) {
            Ballot ballot = ballots.get(round);
            String running = "running-" + round;
            String later = "later-" + round;
            CompletableFuture<Boolean> begun = CompletableFuture.supplyAsync(() -> importOrAway(running));
            arena.withoutPostgres(
                    () -> assertThat(voteOrAway(ballot)).as("the first vote is refused for the moment").isTrue());
            callsWhileAway(ballot, later);
            begun.get();
            await().atMost(PATIENCE).untilAsserted(() -> {
                for (int i = 0; i < 30; i++) {
                    assertThat(http.send("GET", ballot.path(), ballot.voter(), null).status()).isEqualTo(200);
                }
                assertThat(ready().status()).isEqualTo(200);
            });
            assertThat(voteOrAway(ballot)).isFalse();
            assertThat(importOrAway(running)).isFalse();
            assertThat(importOrAway(later)).isFalse();
        }
        assertEachIsStoredOnce(ROUNDS * (1 + 2 * IMPORTED));
        assertThat(start().status()).isEqualTo(201);
    }

    private Ballot ballot() throws IOException {
        RawHttp.Answer battle = start();
        assertThat(battle.status()).as(battle.body()).isEqualTo(201);
        Map<String, String> voter = new HashMap<>(JSON);
        voter.put("Cookie", battle.headers().get("set-cookie").split(";")[0]);
        return new Ballot("/api/battles/" + JsonPath.from(battle.body()).getString("id"), voter);
    }

    /** Votes, or says again what was voted; true if the database was away. */
    private boolean voteOrAway(Ballot ballot) throws IOException {
        RawHttp.Answer answer = http.send("POST", ballot.path() + "/vote", ballot.voter(), "{\"outcome\":\"A\"}");
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 503);
        return awayOrRight(answer);
    }

    /** Imports a file, which may have been imported before, as a whole or not at all; true if the database was away. */
    private boolean importOrAway(String file) {
        String votes = IntStream.range(0, IMPORTED).mapToObj(i -> """
                {"question_id":"%s-%d","model_a":"east","model_b":"west","winner":"tie","judge":"j%d","turn":1,\
                "tstamp":1700000000}""".formatted(file, i, i)).collect(Collectors.joining(",", "[", "]"));
        RawHttp.Answer answer;
        try {
            answer = http.send("POST", "/api/admin/votes/import?format=fastchat", ADMIN, votes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // 429 if another check of the password took too long.
        assertThat(answer.status()).as(answer.body()).isIn(200, 429, 503);
        if (answer.status() == 200) {
            JsonPath report = JsonPath.from(answer.body());
            assertThat(report.getInt("imported")).as(answer.body()).isIn(0, IMPORTED);
            assertThat(report.getInt("imported") + report.getInt("duplicates")).isEqualTo(IMPORTED);
        }
        return awayOrRight(answer);
    }

    private void assertEachIsStoredOnce(int votes) throws SQLException {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(new ArenaClient(arena).loggedVotes()).isEqualTo(votes));
        try (Connection connection = arena.database();
                Statement query = connection.createStatement();
                ResultSet half = query.executeQuery("""
                        select count(*) from battle b left join vote v on v.battle_id = b.id
                        where (b.state = 'VOTED') <> (v.id is not null)""")) {
            half.next();
            assertThat(half.getInt(1)).as("battles that are voted without a vote, or the other way round").isZero();
        }
    }

    /**
     * Asks until the database is back; each answer is either right, perhaps after a wait for the database, or 503 with
     * Retry-After.
     */
    private void callsWhileAway(Ballot ballot, String file) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean back = false;
        while (!back && System.nanoTime() < end) {
            RawHttp.Answer answer = http.send("GET", ballot.path(), ballot.voter(), null);
            back = answer.status() == 200;
            awayOrRight(answer);
            voteOrAway(ballot);
            importOrAway(file);
            awayOrRight(http.send("POST", ballot.path() + "/stop", ballot.voter(), null));
            awayOrRight(start());
            RawHttp.Answer page = http.send("GET", "/me",
                    Map.of("Accept", "text/html", "Cookie", ballot.voter().get("Cookie")), null);
            awayOrRight(page);
            assertThat(page.headers().get("content-type")).startsWith("text/html");
            http.send("GET", "/desk", Map.of("Accept", "text/html", "Cookie", "dohyo_session=x"), null);
            ready();
        }
        assertThat(back).as("the database is back").isTrue();
    }

    private static boolean awayOrRight(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 204, 409, 429, 503);
        if (answer.status() == 503) {
            assertThat(answer.headers()).as(answer.body()).containsKey("retry-after");
        }
        return answer.status() == 503;
    }

    private RawHttp.Answer ready() throws IOException {
        long begin = System.nanoTime();
        RawHttp.Answer answer = http.send("GET", "/q/health/ready", Map.of(), null);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("readiness: " + answer.body())
                .isLessThan(READINESS);
        assertThat(answer.status()).isIn(200, 503);
        return answer;
    }

    private RawHttp.Answer start() throws IOException {
        return http.send("POST", "/api/battles", JSON, "{\"prompt\":\"Count to three\"}");
    }
}
