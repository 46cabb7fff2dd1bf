package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

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
    private static final int ROUNDS = Integer.getInteger("dohyo.kill9.rounds", 2);

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

    @Test
    void killedDatabase_comesBack_andUntilThenCallsAreToBeTriedAgain() throws Exception {
        arena = ArenaProcess.start(data);
        http = new RawHttp("127.0.0.1", arena.port());
        RawHttp.Answer battle = start();
        assertThat(battle.status()).as(battle.body()).isEqualTo(201);
        Map<String, String> voter = new HashMap<>(JSON);
        voter.put("Cookie", battle.headers().get("set-cookie").split(";")[0]);
        String path = "/api/battles/" + JsonPath.from(battle.body()).getString("id");
        await().atMost(PATIENCE).until(() -> http.send("GET", path, voter, null).body().contains("READY"));
        for (int round = 0; round < ROUNDS; round++) {
            arena.killPostgres9();
            int away = callsWhileAway(voter, path);
            assertThat(away).as("answers of 503 after kill " + round).isPositive();
            await().atMost(PATIENCE).untilAsserted(() -> {
                for (int i = 0; i < 30; i++) {
                    assertThat(http.send("GET", path, voter, null).status()).isEqualTo(200);
                }
                assertThat(ready().status()).isEqualTo(200);
            });
        }
        assertThat(http.send("POST", path + "/vote", voter, "{\"outcome\":\"A\"}").status()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> http.send("GET", "/api/log/entries", Map.of(), null).body()
                .contains("position"));
        assertThat(start().status()).isEqualTo(201);
    }

    /**
     * Asks until the database is back; each answer is either right or 503 with Retry-After. Returns how many of the
     * latter came.
     */
    private int callsWhileAway(Map<String, String> voter, String path) throws IOException {
        int away = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean back = false;
        while (!back && System.nanoTime() < end) {
            RawHttp.Answer answer = http.send("GET", path, voter, null);
            back = away > 0 && answer.status() == 200;
            away += awayOrRight(answer) ? 1 : 0;
            away += awayOrRight(http.send("POST", path + "/stop", voter, null)) ? 1 : 0;
            away += awayOrRight(start()) ? 1 : 0;
            RawHttp.Answer page = http.send("GET", "/me", Map.of("Accept", "text/html", "Cookie", voter.get("Cookie")),
                    null);
            awayOrRight(page);
            assertThat(page.headers().get("content-type")).startsWith("text/html");
            http.send("GET", "/desk", Map.of("Accept", "text/html", "Cookie", "dohyo_session=x"), null);
            ready();
        }
        assertThat(back).as("the database is back").isTrue();
        return away;
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
