package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.benchmark.ModelAndJudge;
import org.dohyo.benchmark.ModelAndJudge.Asked;
import org.dohyo.benchmark.ModelAndJudge.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** A judge and a model that answers, interrupted by a kill, go on by themselves and are asked nothing again. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ProjectJudgeKillIT {

    private static final String PASSWORD = "a long password of the admin";
    private static final String PROJECT = "/api/admin/projects/killed";
    private static final int LIMIT = 4;
    private static final int ITEMS = 20;

    @TempDir
    Path data;

    private static RequestSpecification admin(ArenaProcess arena) {
        return given().baseUri(arena.url()).auth().preemptive().basic("admin", PASSWORD).contentType(ContentType.JSON);
    }

    private static void project(ArenaProcess arena) {
        admin(arena).body(Map.of("slug", "killed", "name", "Killed")).post("/api/admin/projects").then()
                .statusCode(201);
        upload(arena, "/prompts", IntStream.range(0, ITEMS)
                .mapToObj(prompt -> "{\"id\": \"p" + prompt + "\", \"prompt\": \"Question " + prompt + "\"}"));
        upload(arena, "/answers", IntStream.range(0, 2 * ITEMS).mapToObj(i -> "{\"prompt_id\": \"p" + i / 2
                + "\", \"model\": \"m" + i % 2 + "\", \"answer\": \"Answer " + i + "\"}"));
        admin(arena).post(PROJECT + "/plan").then().statusCode(200);
    }

    private static void upload(ArenaProcess arena, String to, Stream<String> lines) {
        admin(arena).contentType("application/octet-stream")
                .body(lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)).post(PROJECT + to)
                .then().statusCode(200);
    }

    private static void model(ArenaProcess arena, ModelAndJudge server, String slug) {
        admin(arena).body(Map.of("slug", slug, "name", slug, "protocol", "openai", "baseUrl", server.url().toString(),
                "modelId", "m", "concurrentRequests", LIMIT)).post("/api/admin/models").then().statusCode(201);
    }

    private static JsonPath answering(ArenaProcess arena) {
        return admin(arena).get(PROJECT + "/answering").jsonPath();
    }

    private static JsonPath judge(ArenaProcess arena) {
        return admin(arena).get(PROJECT + "/judge").jsonPath();
    }

    @Test
    void kill9InTheMiddle_verdictsAndAnswersAreNotAskedAgain() throws Exception {
        try (ModelAndJudge server = new ModelAndJudge(call -> Reply.says("[[A]]"));
                ModelAndJudge answerer = new ModelAndJudge(call -> Reply.says("Answer ahead"))) {
            try (ArenaProcess arena = ArenaProcess.start(data, Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD))) {
                project(arena);
                model(arena, server, "asked");
                model(arena, answerer, "ahead");
                server.holdAfter(ITEMS);
                admin(arena).body(Map.of("model", "asked")).post(PROJECT + "/judge").then().statusCode(202);
                await().atMost(Duration.ofSeconds(60)).until(() -> judge(arena).getInt("run.read") == ITEMS);
                await().until(() -> server.asked().size() == ITEMS + LIMIT);
                answerer.holdAfter(ITEMS / 2);
                admin(arena).body(Map.of("models", List.of("ahead"))).post(PROJECT + "/answering").then()
                        .statusCode(202);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> answering(arena).getInt("runs[0].answered") == ITEMS / 2);
                await().until(() -> answerer.asked().size() == ITEMS / 2 + LIMIT);
                arena.kill9();
            }
            server.letGo();
            answerer.letGo();
            try (ArenaProcess again = ArenaProcess.start(data, Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD))) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> judge(again).getString("run.state").equals("finished"));
                assertThat(judge(again).getInt("run.read")).isEqualTo(2 * ITEMS);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> answering(again).getString("runs[0].state").equals("finished"));
                assertThat(answering(again).getInt("runs[0].answered")).isEqualTo(ITEMS);
            }
            requireOnlyThoseUnderWayTwice(server, 2 * ITEMS);
            requireOnlyThoseUnderWayTwice(answerer, ITEMS);
        }
    }

    private static void requireOnlyThoseUnderWayTwice(ModelAndJudge server, int calls) {
        Map<String, Long> times = server.asked().stream()
                .collect(Collectors.groupingBy(Asked::last, Collectors.counting()));
        assertThat(times).hasSize(calls);
        assertThat(times.values().stream().filter(count -> count == 2)).as("those under way").hasSize(LIMIT);
    }
}
