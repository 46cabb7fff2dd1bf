package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The people of a project in an arena: its admin, and annotators who judge by calls. */
final class Crowd {

    private final PackagedArena arena;
    private final String slug;

    private Crowd(PackagedArena arena, String slug) {
        this.arena = arena;
        this.slug = slug;
    }

    /** Makes a project with these settings beside its slug. */
    static Crowd project(PackagedArena arena, String slug, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("slug", slug);
        body.putIfAbsent("name", "Project " + slug);
        arena.admin().body(body).post("/api/admin/projects").then().statusCode(201);
        return new Crowd(arena, slug);
    }

    static Crowd existing(PackagedArena arena, String slug) {
        return new Crowd(arena, slug);
    }

    String path() {
        return "/api/admin/projects/" + slug;
    }

    ValidatableResponse upload(String what, String file) {
        return arena.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post(path() + "/" + what).then();
    }

    /** Prompts key-0 … “Question 0”, and the answers of model-0 … to each; all pairs are planned. */
    Crowd filled(int prompts, int models) {
        upload("prompts", lines(IntStream.range(0, prompts)
                .mapToObj(i -> "{\"id\": \"key-" + i + "\", \"prompt\": \"Question " + i + "\"}"))).statusCode(200);
        upload("answers", lines(IntStream.range(0, prompts * models)
                .mapToObj(i -> "{\"prompt_id\": \"key-" + i / models + "\", \"model\": \"model-" + i % models
                        + "\", \"answer\": \"Answer " + i / models + " of model-" + i % models + "\"}")))
                .statusCode(200);
        return planned(Map.of());
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    Crowd planned(Map<String, Object> extent) {
        arena.admin().body(extent).post(path() + "/plan").then().statusCode(200);
        return this;
    }

    /** New annotators, recognised by these cookies. */
    List<String> join(int people) {
        String link = arena.admin().body(Map.of("label", "crowd", "places", people)).post(path() + "/invitations")
                .then()
                .statusCode(201).extract().path("path");
        String token = link.substring(link.lastIndexOf('/') + 1);
        return IntStream.range(0, people).mapToObj(i -> join(token)).toList();
    }

    /** A new annotator by an invitation's token. */
    String join(String token) {
        return arena.given().contentType("application/json").body(Map.of("token", token)).post("/api/projects/join")
                .cookie("dohyo_voter");
    }

    RequestSpecification as(String cookie) {
        return arena.given().cookie("dohyo_voter", cookie).contentType("application/json");
    }

    Response next(String cookie) {
        return as(cookie).post("/api/projects/" + slug + "/next");
    }

    Response judge(String cookie, String id, Map<String, String> ratings) {
        return as(cookie).body(Map.of("id", id, "ratings", ratings, "comment", "because " + ratings.get("overall")))
                .post("/api/projects/" + slug + "/judgements");
    }

    /** Judges until nothing is left. @param opinion of the answers A and B */
    int work(String cookie, BiFunction<String, String, Map<String, String>> opinion) {
        for (int judged = 0;; judged++) {
            Response next = next(cookie);
            // Paths would each be compiled as a program.
            JsonNode item = next.as(JsonNode.class);
            if (!"ITEM".equals(item.path("state").textValue())) {
                next.then().statusCode(200);
                return judged;
            }
            JsonNode turn = item.path("turns").path(0);
            judge(cookie, item.path("id").textValue(),
                    opinion.apply(turn.path("a").textValue(), turn.path("b").textValue())).then().statusCode(200);
        }
    }

    /** Waits until the boards, which are computed in the background, have so many judgements. */
    void awaitBoards(int judgements) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(arena.admin()
                .get("/api/projects/" + slug + "/board?criterion=overall").as(JsonNode.class).path("judgements")
                .intValue())
                .isEqualTo(judgements));
    }
}
