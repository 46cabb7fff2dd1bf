package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.dohyo.Duel.Fight;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What leaves before the vote, to the voter and to everybody else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BlindnessIT {

    private static final List<String> PUBLIC = List.of("/", "/leaderboard", "/method", "/log", "/benchmarks", "/terms",
            "/me",
            "/embed/leaderboard", "/api/leaderboard", "/api/leaderboard?method=elo", "/api/leaderboard?weights=votes",
            "/api/leaderboard?format=csv", "/api/leaderboard/history", "/api/leaderboard/pairs",
            "/api/leaderboard/value", "/leaderboard/value", "/api/leaderboard/exposure", "/leaderboard/exposure",
            "/api/categories",
            "/api/models",
            "/api/log/entries", "/api/terms", "/api/me", "/q/health", "/q/metrics", "/q/openapi");

    @TestHTTPResource
    URI server;

    /** All that one response says, headers too. */
    private static String whole(HttpResponse<String> response) {
        return (response.headers().map() + "\n" + response.body()).toLowerCase(Locale.ROOT);
    }

    private String get(Fight fight, String tail, String until) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(fight.path(tail)))
                .header("Cookie", "dohyo_voter=" + fight.cookies().get("dohyo_voter")).build();
        if (until == null) {
            return whole(Http1.client().send(request,
                    HttpResponse.BodyHandlers.ofString()));
        }
        HttpResponse<Stream<String>> response = Http1.client()
                .send(request,
                        HttpResponse.BodyHandlers.ofLines());
        StringBuilder said = new StringBuilder(response.headers().map() + "\n");
        try (Stream<String> lines = response.body()) {
            lines.takeWhile(line -> !line.equals("event:" + until)).forEach(line -> said.append(line).append('\n'));
        }
        return said.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void beforeTheVote_nothingNamesTheModels_andAfterwardsEverythingDoes() throws Exception {
        try (Duel duel = Duel.of(Telltales.FIRST, Telltales.SECOND)) {
            duel.first.otherwise(Telltales.telling("It is blue because of scattering."));
            duel.second.otherwise(Telltales.telling("Scattering makes it blue."));
            Response begun = given().contentType("application/json").body(Map.of("prompt", "Why is the sky blue"))
                    .post("/api/battles");
            Fight fight = new Fight(begun.path("id"), begun.cookies());
            String seen = Telltales.whole(begun) + get(fight, "/events", "ready")
                    + get(fight, "", null);
            assertThat(seen).contains("scattering").doesNotContain(Telltales.WORDS)
                    .doesNotContain(Telltales.portOf(duel.first), Telltales.portOf(duel.second));

            fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
            assertThat(get(fight, "", null)).contains("zanzibar", "quokka", "secret thought", "7777");
        }
    }

    @Test
    void failure_isToldWithoutTheProvidersWords() throws Exception {
        try (Duel duel = Duel.of(Telltales.FIRST, Telltales.SECOND)) {
            duel.first.otherwise(
                    Script.stream().says("It is bl")
                            .event("{\"error\":{\"message\":\"telltale: account 42 of Zanzibar\"}}"));
            duel.second.otherwise(
                    Script.status(429).header("x-telltale", "1")
                            .send("{\"error\":{\"message\":\"Quokka account 42\"}}"));
            Fight fight = duel.open("Why is the sky blue");
            fight.awaitState("NEEDS_RETRY");
            String seen = get(fight, "", null) + get(fight, "/events", "failed");
            assertThat(seen).doesNotContain(Telltales.WORDS);
            assertThat(seen).contains("it is bl");
            String retried = fight.call().body(Map.of("side", "A")).post(fight.path("/retry")).asString();
            assertThat(retried.toLowerCase(Locale.ROOT)).doesNotContain(Telltales.WORDS);
        }
    }

    private static Map<String, String> everythingPublic() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String path : PUBLIC) {
            Response response = given().get(path);
            seen.put(path, response.statusCode() + response.asString().replaceAll("\"generatedAt\" *: *\"[^\"]*\"", "")
                    .replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z", ""));
        }
        return seen;
    }

    /** Once what earlier votes still move, by the slower beats, has come to rest. */
    private static Map<String, String> everythingPublicAtRest() {
        AtomicReference<Map<String, String>> last = new AtomicReference<>();
        await().during(Duration.ofSeconds(7)).atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Map<String, String> now = everythingPublic();
                    return now.equals(last.getAndSet(now));
                });
        return last.get();
    }

    @Test
    void nothingPublicMoves_withARunningBattle() {
        try (Duel duel = Duel.of(Telltales.FIRST, Telltales.SECOND)) {
            duel.first.otherwise(Script.stream().says("It goes on and on.").hang());
            duel.second.otherwise(Duel.answer("Done."));
            Map<String, String> before = everythingPublicAtRest();
            Fight fight = duel.open("Tell me everything");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(
                    () -> assertThat(fight.call().get(fight.path("")).asString()).contains("Done."));
            assertThat(everythingPublic()).isEqualTo(before);
            fight.call().post(fight.path("/stop")).then().statusCode(204);
            assertThat(everythingPublic()).isEqualTo(before);
            assertThat(before.get("/api/leaderboard")).startsWith("200");
            assertThat(before.get("/q/metrics")).startsWith("401");
        }
    }

    @Test
    void everyVerbUnderABattle_is404_toASecondVoterAndToNobody() {
        try (Duel duel = Duel.of("Alpha One", "Beta Two")) {
            duel.first.otherwise(Duel.answer("One."));
            duel.second.otherwise(Duel.answer("Two."));
            Fight fight = duel.open("Count");
            Fight stranger = duel.open("Count too");
            fight.awaitState("READY");
            checkDoors(fight, stranger);
            fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
            checkDoors(fight, stranger);
            // The owner's own calls get through, so the doors were there.
            fight.call().body(Map.of("comment", "mine")).patch(fight.path("/vote")).then().statusCode(200);
            fight.call().post(fight.path("/share")).then().statusCode(201);
            fight.call().body(Map.of("side", "A", "reason", "odd")).post(fight.path("/flag")).then().statusCode(204);
            fight.call().delete(fight.path("/share")).then().statusCode(204);
            fight.call().delete(fight.path("/vote")).then().statusCode(204);
        }
    }

    private static void checkDoors(Fight fight, Fight stranger) {
        for (RequestSpecification who : List.of(stranger.call(), given().contentType("application/json"))) {
            who.get(fight.path("")).then().statusCode(404).body("code", equalTo("unknown-battle"));
            who.get(fight.path("/events")).then().statusCode(404);
            who.delete(fight.path("/vote")).then().statusCode(404);
            who.delete(fight.path("/share")).then().statusCode(404);
            who.post(fight.path("/share")).then().statusCode(404);
            who.post(fight.path("/stop")).then().statusCode(404);
        }
        Map<String, Object> bodies = Map.of("/turns", Map.of("prompt", "x"), "/retry", Map.of("side", "A"), "/flag",
                Map.of("side", "A", "reason", "x"), "/vote", Map.of("outcome", "B"));
        bodies.forEach((path, body) -> {
            stranger.call().body(body).post(fight.path(path)).then().statusCode(404);
            given().contentType("application/json").body(body).post(fight.path(path)).then().statusCode(404);
        });
        stranger.call().body(Map.of("comment", "x")).patch(fight.path("/vote")).then().statusCode(404);
        given().contentType("application/json").body(Map.of("comment", "x")).patch(fight.path("/vote")).then()
                .statusCode(404);
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            given().contentType("application/json").request(method, fight.path("")).then().statusCode(405);
        }
    }

    @ParameterizedTest
    @CsvSource({ "I am Zanzibar Prime and the sky is blue., named-itself", "私はZanzibarです。空は青いです。, named-itself",
            "Made by Ｗｏｍｂａｔｗｏｒｋｓ., named-itself", "A quokka said so., ", "The sky is blue., " })
    void modelThatNamesItself_leavesTheVoteUncounted(String text, String reason) {
        try (Duel duel = Duel.of("Zanzibar Prime", "Okapi Ultra", Map.of("organization", "Wombatworks"))) {
            duel.first.otherwise(Duel.answer(text));
            duel.second.otherwise(Duel.answer("It is blue."));
            Fight fight = duel.open("Are you Zanzibar Prime or Okapi Ultra by Wombatworks?");
            fight.awaitState("READY");
            fight.call().body(Map.of("outcome", "TIE")).post(fight.path("/vote")).then().statusCode(201)
                    .body("counted", equalTo(reason == null))
                    .body("notCountedReason", reason == null ? nullValue() : equalTo(reason))
                    .body("revealingWord", reason == null ? nullValue() : not(blankOrNullString()));
            fight.call().get(fight.path("")).then().body("reveal.revealingWord",
                    reason == null ? nullValue() : not(blankOrNullString()));
        }
    }

    @Test
    void ordinaryWordInTheName_countsOnlyAsAName_andAnAdminCanExceptAWord() {
        try (Duel duel = Duel.of("Short Model", "Okapi Ultra")) {
            duel.second.otherwise(Duel.answer("Because of scattering, says Okapi lore."));
            duel.first.otherwise(Duel.answer("Short answer: it scatters."));
            Duel.admin().body(Map.of("nameExceptions", List.of("Okapi")))
                    .patch("/api/admin/models/" + duel.slugs.get(1))
                    .then().statusCode(200).body("nameExceptions", equalTo(List.of("Okapi")));
            checkCounted(duel, null);
            duel.first.otherwise(Duel.answer("Hello, I'm Short, and it scatters."));
            checkCounted(duel, "Short");
            String page = given().auth().preemptive().basic("admin", "a password for the tests")
                    .header("Accept-Language", "en")
                    .get("/desk/models/" + duel.slugs.get(0)).then().statusCode(200).extract().asString();
            assertThat(page).contains("Ordinary words in its names: short");
        }
    }

    private static void checkCounted(Duel duel, String word) {
        Fight fight = duel.open("Why is the sky blue?");
        fight.awaitState("READY");
        fight.call().get(fight.path("")).then().body("reveal", nullValue());
        fight.call().body(Map.of("outcome", "TIE")).post(fight.path("/vote")).then().statusCode(201)
                .body("counted", equalTo(word == null))
                .body("revealingWord", word == null ? nullValue() : equalTo(word));
    }

    @Test
    void firstTurnThatFailsSilently_goesToAnotherModel_andIsMarked() {
        try (Duel duel = Duel.of("Alpha One", "Beta Two"); Duel others = Duel.of("Gamma Three", "Delta Four")) {
            // Whatever pair is drawn: two of the four are dead.
            duel.first.otherwise(Script.status(500).send("dead"));
            duel.second.otherwise(Script.status(500).send("dead"));
            others.first.otherwise(Duel.answer("Three."));
            others.second.otherwise(Duel.answer("Four."));
            for (int i = 0; i < 4; i++) {
                Fight fight = duel.open("Who is there");
                fight.awaitState("READY");
                assertThat(fight.call().get(fight.path("")).asString()).contains("Three.", "Four.");
                fight.call().body(Map.of("outcome", "TIE")).post(fight.path("/vote")).then().statusCode(201)
                        .body("counted", equalTo(true));
            }
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                    given().get("/api/log/entries?limit=1000").jsonPath().getList(
                            "entries.leaf.findAll { it.kind == 'CAST' }.propensity"))
                    .containsNull());
        }
    }

    @Test
    void withNobodyLeft_theSideHasFailed() {
        try (Duel duel = Duel.of("Alpha One", "Beta Two")) {
            duel.first.otherwise(Script.status(500).send("dead"));
            duel.second.otherwise(Duel.answer("Two."));
            Fight fight = duel.open("Who is there");
            fight.awaitState("NEEDS_RETRY");
            duel.first.otherwise(Duel.answer("One."));
            String failed = fight.call().get(fight.path("")).jsonPath()
                    .getString("turns[0].answers.find { it.state == 'FAILED' }.side");
            fight.call().body(Map.of("side", failed)).post(fight.path("/retry")).then().statusCode(202);
            fight.awaitState("READY");
        }
    }
}
