package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.dohyo.benchmark.ModelAndJudge;
import org.dohyo.benchmark.ModelAndJudge.Asked;
import org.dohyo.benchmark.ModelAndJudge.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A run that a kill interrupts goes on by itself, and asks nothing again that was answered. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class RunKillIT {

    private static final String PASSWORD = "a long password of the admin";
    private static final int LIMIT = 4;
    private static final int QUESTIONS = 72;

    @TempDir
    Path data;

    private static ArenaProcess arena(Path data, String password) {
        return ArenaProcess.start(data, Map.of("DOHYO_ADMIN_PASSWORD", password));
    }

    private static RequestSpecification admin(ArenaProcess arena) {
        return given().baseUri(arena.url()).auth().preemptive().basic("admin", PASSWORD).contentType(ContentType.JSON);
    }

    @Test
    void kill9InTheMiddle_answeredQuestionsAreNotAskedAgain() throws Exception {
        try (ModelAndJudge server = new ModelAndJudge(call -> Reply.says("B"))) {
            String run;
            Set<String> answered;
            try (ArenaProcess arena = arena(data, PASSWORD)) {
                admin(arena).body(Map.of("slug", "asked", "name", "Asked", "protocol", "openai", "baseUrl",
                        server.url().toString(), "modelId", "m", "concurrentRequests", LIMIT)).post("/api/admin/models")
                        .then()
                        .statusCode(201);
                server.holdAfter(QUESTIONS / 2);
                run = admin(arena).body(Map.of("models", List.of("asked"))).post("/api/admin/benchmarks/mmlu/runs")
                        .then()
                        .statusCode(202).extract().path("url");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> admin(arena).get(run).jsonPath().getInt("done") == QUESTIONS / 2);
                await().until(() -> server.asked().size() == QUESTIONS / 2 + LIMIT);
                arena.kill9();
                answered = answered(arena);
                assertThat(answered).hasSize(QUESTIONS / 2);
            }
            server.letGo();
            try (ArenaProcess again = arena(data, "another password of the admin")) {
                assertThat(again.output())
                        .contains("DOHYO_ADMIN_PASSWORD is ignored: the account admin exists already.");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> admin(again).get(run).jsonPath().getString("state").equals("FINISHED"));
                assertThat(admin(again).get(run).jsonPath().getInt("done")).isEqualTo(QUESTIONS);
            }
            Map<String, Long> times = server.asked().stream()
                    .collect(Collectors.groupingBy(Asked::last, Collectors.counting()));
            assertThat(times).hasSize(QUESTIONS);
            assertThat(answered).allSatisfy(prompt -> assertThat(times.get(prompt)).isEqualTo(1));
            // The control: what was on its way when the process died is asked once more, so the count above can tell.
            assertThat(times.values().stream().filter(count -> count == 2)).hasSize(LIMIT);
        }
    }

    /** The prompts whose answers are stored; the database outlives the kill of the application. */
    private static Set<String> answered(ArenaProcess arena) throws Exception {
        Set<String> prompts = new HashSet<>();
        try (Connection connection = arena.database();
                Statement query = connection.createStatement();
                ResultSet row = query
                        .executeQuery("select prompt -> 0 ->> 'content' from benchmark_item where state = 'DONE'")) {
            while (row.next()) {
                prompts.add(row.getString(1));
            }
        }
        return prompts;
    }
}
