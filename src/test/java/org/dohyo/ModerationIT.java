package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.dohyo.Duel.Fight;
import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Prompts are shown to a moderation endpoint, a real HTTP server here, before any model sees them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ModerationIT {

    static final String CLEAN = "{\"results\":[{\"flagged\":false,\"categories\":{\"violence\":false}}]}";
    static final String FLAGGED = "{\"results\":[{\"flagged\":true,\"categories\":{\"violence/graphic\":true,"
            + "\"self-harm\":true,\"sexual\":false}}]}";

    @Inject
    AgroalDataSource database;

    @TestHTTPResource
    URI server;

    private OpenAiServer moderation;
    private Duel duel;

    @BeforeEach
    void start() {
        moderation = new OpenAiServer().otherwise(json(CLEAN));
        duel = Duel.of("Alpha One", "Beta Two");
        duel.first.otherwise(Duel.answer("A first answer."));
        duel.second.otherwise(Duel.answer("A second answer."));
    }

    @AfterEach
    void end() {
        change(Map.of("enabled", false)).then().statusCode(200);
        duel.close();
        moderation.close();
    }

    static Script json(String body) {
        return Script.status(200).header("Content-Type", "application/json").send(body);
    }

    private static Response change(Map<String, Object> settings) {
        return Duel.admin().body(settings).patch("/api/admin/moderation");
    }

    private void use(String whenFlagged, String whenDown, int millis) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("enabled", true, "baseUrl", moderation.url().toString(), "model",
                        "watchful", "apiKey", "sk-of-moderation", "whenFlagged", whenFlagged, "whenDown", whenDown));
        settings.put("timeoutMillis", millis);
        settings.put("untested", true);
        change(settings).then().statusCode(200).body("hasApiKey", equalTo(true)).body("apiKey", nullValue());
    }

    private static Response ask(String language, Map<String, String> cookies, String prompt) {
        return given().cookies(cookies).header("Accept-Language", language).contentType(ContentType.JSON)
                .body(Map.of("prompt", prompt)).post("/api/battles");
    }

    @Test
    void flaggedPrompt_reachesNoModel_andTheVoterReadsWhy() {
        use("refuse", "pass", 5000);
        moderation.next(json(FLAGGED), json(FLAGGED),
                json("{\"results\":[{\"flagged\":true,\"categories\":{\"S1\":true}}]}"));
        ask("en", Map.of(), "something bad").then().statusCode(422).contentType("application/problem+json")
                .body("code", equalTo("prompt-refused")).body("categories", equalTo(List.of("self-harm", "violence")))
                .body("detail", containsString("flagged for self-harm, violence. It is"))
                .body("detail", containsString("change it. If you are"));
        ask("ja", Map.of(), "something bad").then().statusCode(422).body("detail", containsString("自傷、暴力"));
        ask("en", Map.of(), "something odd").then().statusCode(422).body("categories", equalTo(List.of("other")))
                .body("detail", containsString("flagged for content not allowed here."));
        assertThat(duel.first.requests()).isEmpty();
        assertThat(duel.second.requests()).isEmpty();
        assertThat(moderation.requests()).hasSize(3).first().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/v1/moderations");
            assertThat(call.headers()).containsEntry("authorization", "Bearer sk-of-moderation");
            assertThat(call.body()).contains("\"model\":\"watchful\"").contains("\"input\":\"something bad\"");
        });
    }

    @Test
    void everyTurn_isChecked_andTheBattleOutlivesARefusal() {
        use("refuse", "refuse", 5000);
        Fight fight = duel.open("a good beginning");
        fight.awaitState("READY");
        moderation.next(json(FLAGGED));
        fight.call().body(Map.of("prompt", "worse")).post(fight.path("/turns")).then().statusCode(422);
        fight.call().get(fight.path("")).then().body("state", equalTo("READY")).body("turns", hasSize(1));
        fight.call().body(Map.of("prompt", "better")).post(fight.path("/turns")).then().statusCode(201)
                .body("turn", equalTo(2)).body("notice", nullValue());
        assertThat(moderation.requests()).hasSize(3);
        fight.awaitState("READY");
    }

    @Test
    void markedPrompt_goesOn_andStandsAtTheDesk() {
        use("mark", "refuse", 5000);
        moderation.next(json(FLAGGED));
        Response opened = ask("ja", Map.of(), "a doubtful prompt");
        opened.then().statusCode(201).body("notice", containsString("自傷、暴力"));
        Fight fight = new Fight(opened.path("id"), opened.cookies());
        fight.awaitState("READY");
        Duel.admin().get("/api/admin/conversations/" + fight.id()).then().statusCode(200)
                .body("conversation.marks[0].categories", equalTo(List.of("self-harm", "violence/graphic")))
                .body("conversation.marks[0].turn", equalTo(1)).body("turns[0].prompt", equalTo("a doubtful prompt"));
        Duel.admin().get("/api/admin/conversations").then().body("conversations.id", hasItem(fight.id()));
        fight.call().get("/api/me/export").then().body("battles[0].marks[0].turn", equalTo(1));
        fight.call().delete("/api/me").then().statusCode(204);
        Duel.admin().get("/api/admin/conversations/" + fight.id()).then().statusCode(404);
    }

    /** What an endpoint does that is down, slow or broken. */
    private static Script broken(String how) {
        return switch (how) {
            case "hang" -> Script.status(200).send("{").hang();
            case "500" -> Script.status(500).send("secret words of the server");
            case "no results" -> json("{\"results\":[]}");
            case "no boolean" -> json("{\"results\":[{\"flagged\":\"yes\"}]}");
            case "redirect" -> Script.status(302).header("Location", "http://127.0.0.1:1/");
            default -> Script.status(200).send("<html>");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "hang", "500", "no results", "no boolean", "redirect", "no json" })
    void withoutAVerdict_thePromptPassesOrWaits_asTheAdminWants(String how) {
        use("refuse", "pass", 400);
        moderation.otherwise(broken(how));
        Fight passed = duel.open("unchecked");
        passed.awaitState("READY");
        change(Map.of("whenDown", "refuse")).then().statusCode(200);
        ask("en", passed.cookies(), "unchecked").then().statusCode(503).body("code", equalTo("prompt-unchecked"))
                .header("Retry-After", notNullValue()).body("detail", containsString("can't be checked"))
                .body(not(containsString("secret words")));
        passed.call().get("/api/me/battles").then().body("battles", hasSize(1));
        Duel.admin().header("Accept-Language", "ja").post("/api/admin/moderation/test").then().statusCode(200)
                .body("ok", equalTo(false)).body("error", notNullValue())
                .body("error", not(containsString("secret words")));
        assertThat(moderation.requests()).hasSize(3);
    }

    @Test
    void hangingEndpoint_holdsNoThread() throws Exception {
        use("refuse", "refuse", 25_000);
        moderation.otherwise(Script.status(200).send("{").hang());
        HttpClient http = Http1.client();
        // More than there are worker threads on a small machine; each is a voter of its own.
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 60)
                .mapToObj(i -> http.sendAsync(HttpRequest.newBuilder(server.resolve("/api/battles"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"wait " + i + "\"}")).build(),
                        BodyHandlers.ofString()))
                .toList();
        await().atMost(Duration.ofSeconds(15)).until(() -> moderation.requests().size() == 60);
        long start = System.nanoTime();
        given().get("/api/terms").then().statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(asked).noneMatch(CompletableFuture::isDone);
        moderation.close();
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            assertThat(one.get().statusCode()).isEqualTo(503);
        }
    }

    @Test
    void manyPromptsOfOneVoter_askNobodyAnyMore() {
        use("refuse", "pass", 5000);
        Fight fight = duel.open("first");
        moderation.otherwise(json(FLAGGED));
        for (int i = 0; i < 20; i++) {
            ask("en", fight.cookies(), "again").then().statusCode(422);
        }
        ask("en", fight.cookies(), "again").then().statusCode(429).body("code", equalTo("too-many-prompts"));
        assertThat(moderation.requests()).as("the voter's first prompt counts for the network").hasSize(21);
    }

    @Test
    void key_isNeverTold_andIsEncryptedAnew() throws Exception {
        use("refuse", "pass", 5000);
        byte[] cipher = cipher();
        assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain("sk-of");
        Duel.admin().get("/api/admin/moderation").then().body(not(containsString("sk-of")));
        Duel.admin().get("/desk/moderation").then().statusCode(200).body(not(containsString("sk-of")));
        Duel.admin().get("/api/admin/audit").then().body(not(containsString("sk-of")))
                .body("entries.findAll { it.subject == 'moderation' }.action", hasItem("change with key"));
        Duel.admin().post("/api/admin/secrets/rotate").then().statusCode(200);
        assertThat(cipher()).isNotEqualTo(cipher);
        Duel.admin().body(Map.of("text", "hello")).post("/api/admin/moderation/test").then().statusCode(200)
                .body("ok", equalTo(true)).body("flagged", equalTo(false));
        assertThat(moderation.requests()).last()
                .satisfies(
                        call -> assertThat(call.headers()).containsEntry("authorization", "Bearer sk-of-moderation"));
    }

    private byte[] cipher() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select api_key_cipher from moderation")) {
            row.next();
            return row.getBytes(1);
        }
    }

    @Test
    void endpointWithoutAVerdict_isNotSaved_unlessTheAdminInsists() {
        moderation.otherwise(Script.status(401).send("no"));
        Map<String, Object> settings = Map.of("enabled", true, "baseUrl", moderation.url().toString(), "apiKey",
                "sk-of-moderation");
        Duel.admin().header("Accept-Language", "en").body(settings).patch("/api/admin/moderation").then()
                .statusCode(422).contentType("application/problem+json").body("code", equalTo("no-verdict"))
                .body("detail", containsString("Nothing was saved")).body("detail", containsString("API key"))
                .body(not(containsString("sk-of")));
        Duel.admin().get("/api/admin/moderation").then().body("enabled", equalTo(false));
        assertThat(moderation.requests()).hasSize(1);
        Map<String, Object> insisting = new HashMap<>(settings);
        insisting.put("untested", true);
        change(insisting).then().statusCode(200).body("enabled", equalTo(true));
        change(Map.of("whenDown", "refuse")).then().statusCode(200);
        assertThat(moderation.requests()).hasSize(1);
        change(Map.of("model", "watchful")).then().statusCode(422);
        moderation.otherwise(json(FLAGGED));
        change(Map.of("model", "watchful")).then().statusCode(200).body("model", equalTo("watchful"));
        assertThat(moderation.requests()).hasSize(3);
    }

    @Test
    void wrongSettings_areNamed() {
        refused(Map.of("baseUrl", "http://169.254.169.254/latest"), "baseUrl");
        refused(Map.of("baseUrl", "ftp://x"), "baseUrl");
        refused(Map.of("baseUrl", "", "enabled", true), "baseUrl");
        refused(Map.of("whenFlagged", "shout"), "whenFlagged");
        refused(Map.of("whenDown", "mark"), "whenDown");
        refused(Map.of("timeoutMillis", 99), "timeoutMillis");
        refused(Map.of("timeoutMillis", 30_001), "timeoutMillis");
        refused(Map.of("url", "x"), "url");
    }

    private static void refused(Map<String, Object> settings, String field) {
        change(settings).then().statusCode(400).body("violations.field", hasItem(field));
    }
}
