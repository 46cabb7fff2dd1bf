package org.dohyo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.dohyo.Beside;
import org.dohyo.PackagedArena;
import org.dohyo.RawHttp;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/**
 * Requests drawn from the interface's own description, many of them spoilt, get no 5xx but 503 with Retry-After, and
 * every error is a problem document. {@code -Ddohyo.fuzz.requests} sends more of them, {@code -Ddohyo.fuzz.seed}
 * others. What is sent changes settings, models and categories, so it is sent to an arena of its own.
 */
@Beside
class FuzzIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    private static final Logger LOG = Logger.getLogger(FuzzIT.class);
    private static final int REQUESTS = Integer.getInteger("dohyo.fuzz.requests", 1_500);
    private static final long SEED = Long.getLong("dohyo.fuzz.seed", 1);
    /** The admin's session ends where chance finds the call for it. */
    private static final int REQUESTS_PER_SESSION = 500;

    private static JsonNode description() throws IOException {
        return new ObjectMapper().readTree(ARENA.given().get("/q/openapi?format=json").asString());
    }

    @Test
    void noRequest_fails_andEachErrorIsAProblem() throws IOException {
        Queue<String> sessions = sessions();
        Response started = ARENA.given().contentType(ContentType.JSON).body(Map.of("prompt", "Count to three"))
                .post("/api/battles");
        started.then().statusCode(201);
        ApiRequests requests = new ApiRequests(description(), SEED, Map.of("id", List.of(started.path("id"),
                "00000000-0000-0000-0000-000000000000"), "slug", List.of("demo-ozeki", "none"), "benchmark",
                List.of("mt-bench", "mmlu", "none"), "name", List.of("nobody", "ratings"), "baseUrl", List.of("none")));
        assertThat(requests.operations()).as("calls that the description has").isGreaterThan(80);
        for (int sent = 0; sent < REQUESTS; sent += REQUESTS_PER_SESSION) {
            FuzzRound round = new FuzzRound(new RawHttp(ARENA.uri().getHost(), ARENA.uri().getPort()),
                    List.of(Map.of(), Map.of("Cookie", "dohyo_voter=" + started.cookie("dohyo_voter")),
                            Map.of("Cookie", "dohyo_session=" + sessions.remove())));
            List<String> wrong = round.send(requests, Math.min(REQUESTS_PER_SESSION, REQUESTS - sent));
            LOG.infof("Seed %d, from request %d on: %s", SEED, sent, round.statuses());
            assertThat(wrong).as("seed " + SEED + ", after " + sent).isEmpty();
            assertThat(round.statuses()).as("some are served").containsKey(200);
        }
    }

    /** The admin's, for each round one; opened before wrong passwords among the requests slow the sign-in down. */
    private static Queue<String> sessions() {
        Queue<String> sessions = new ArrayDeque<>();
        for (int sent = 0; sent < REQUESTS; sent += REQUESTS_PER_SESSION) {
            sessions.add(ARENA.given().contentType(ContentType.JSON)
                    .body(Map.of("name", "admin", "password", PackagedArena.ADMIN_PASSWORD)).post("/api/session").then()
                    .statusCode(204).extract().cookie("dohyo_session"));
        }
        return sessions;
    }

    /** The same requests to a server that fails now and then: the round has to notice each kind. */
    @Test
    void faultyServer_isNoticed() throws IOException {
        try (FaultyServer server = new FaultyServer()) {
            FuzzRound round = new FuzzRound(new RawHttp("127.0.0.1", server.port()),
                    List.of(Map.of()));
            List<String> wrong = round.send(new ApiRequests(description(), SEED, Map.of()), 200);
            assertThat(wrong).anyMatch(text -> text.startsWith("a failure") && text.contains("\n  500 "))
                    .anyMatch(text -> text.startsWith("a failure") && text.contains("\n  503 "))
                    .anyMatch(text -> text.startsWith("the name of a class"))
                    .anyMatch(text -> text.startsWith("no problem document"));
        }
    }
}
