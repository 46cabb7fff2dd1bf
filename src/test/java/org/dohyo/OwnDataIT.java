package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.dohyo.Duel.Fight;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What a voter may see, take along, show to others and delete. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OwnDataIT {

    @Inject
    AgroalDataSource database;

    private long count(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Duel talkative() {
        Duel duel = Duel.of("Alpha One", "Beta Two");
        duel.first.otherwise(Duel.answer("A first answer, marmalade."));
        duel.second.otherwise(Duel.answer("A second answer, marmalade."));
        return duel;
    }

    private static void vote(Fight fight, String outcome) {
        fight.awaitState("READY");
        fight.call().body(Map.of("outcome", outcome)).post(fight.path("/vote")).then().statusCode(201);
    }

    private void castBefore(Fight fight, Duration age) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("update vote set cast_at = ? where battle_id = ?::uuid")) {
            statement.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minus(age));
            statement.setString(2, fight.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void theAnswerToARepeatedVote_isTheSameToTheByte_andHasMicrosecondsAtMost() {
        try (Duel duel = talkative()) {
            for (int i = 0; i < 5; i++) {
                Fight fight = duel.open("Compare");
                fight.awaitState("READY");
                Map<String, Object> ballot = Map.of("outcome", "B", "reasonsB", List.of("useful"), "comment", "so");
                Response first = fight.call().body(ballot).post(fight.path("/vote"));
                Response again = fight.call().body(ballot).post(fight.path("/vote"));
                assertThat(first.statusCode()).isEqualTo(201);
                assertThat(again.statusCode()).isEqualTo(200);
                assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
                assertThat(first.<String> path("withdrawableUntil")).matches("[^.]+(\\.\\d{1,6})?Z");
            }
        }
    }

    @Test
    void aVote_canBeWithdrawnForAMinute_andNeverReplaced() throws Exception {
        try (Duel duel = talkative()) {
            Fight early = duel.open("Compare");
            vote(early, "A");
            castBefore(early, Duration.ofSeconds(50));
            early.call().delete(early.path("/vote")).then().statusCode(204);
            early.call().body(Map.of("outcome", "B")).post(early.path("/vote")).then().statusCode(409)
                    .body("state", equalTo("WITHDRAWN"));
            early.call().get(early.path("")).then().body("state", equalTo("WITHDRAWN"));

            Fight late = duel.open("Compare");
            vote(late, "A");
            castBefore(late, Duration.ofSeconds(61));
            late.call().delete(late.path("/vote")).then().statusCode(409).body("code", equalTo("too-late"));
            late.call().get(late.path("")).then().body("state", equalTo("VOTED"));
        }
    }

    @Test
    void history_isSearched_andOneBattleDeleted_withItsTextsAndItsLink() throws Exception {
        try (Duel duel = talkative()) {
            Fight kept = duel.open("Something about rivers");
            kept.awaitState("READY");
            Fight gone = duel.open("Tell me of a HIPPOPOTAMUS 50%", kept.cookies());
            gone.awaitState("READY");
            gone.call().body(Map.of("prompt", "And where does it swim")).post(gone.path("/turns")).then()
                    .statusCode(201);
            vote(gone, "A");
            String link = gone.call().post(gone.path("/share")).then().statusCode(201).extract().path("url");

            for (String words : List.of("hippo", "IT SWIM", " 50% ")) {
                kept.call().queryParam("q", words).get("/api/me/battles").then().body("battles.id",
                        equalTo(List.of(gone.id())));
            }
            kept.call().queryParam("q", "%").get("/api/me/battles").then().body("battles", hasSize(1));
            kept.call().queryParam("q", "x".repeat(201)).get("/api/me/battles").then().statusCode(400)
                    .body("violations[0].field", equalTo("q"));

            duel.open("A stranger's").call().delete("/api/me/battles/" + gone.id()).then().statusCode(404);
            gone.call().delete("/api/me/battles/" + gone.id()).then().statusCode(204);
            gone.call().delete("/api/me/battles/" + gone.id()).then().statusCode(404);
            gone.call().get(gone.path("")).then().statusCode(404);
            given().get(link).then().statusCode(404);
            kept.call().get("/api/me/battles").then().body("battles.id", equalTo(List.of(kept.id())));
            kept.call().get("/api/me").then().body("summary.battles", equalTo(1)).body("summary.votes", equalTo(1));
            assertThat(count("select count(*) from turn where battle_id = '" + gone.id() + "'")).isZero();
            assertThat(count("select count(*) from answer where battle_id = '" + gone.id() + "'")).isZero();
            assertThat(count("select count(*) from vote where counted and comment is null and battle_id = '"
                    + gone.id() + "'")).isEqualTo(1);
        }
    }

    @Test
    void threeVotesADay_canBeWithdrawn() {
        try (Duel duel = talkative()) {
            Fight first = duel.open("Compare");
            for (int i = 0; i < 4; i++) {
                Fight fight = i == 0 ? first : duel.open("Compare", first.cookies());
                vote(fight, "A");
                fight.call().delete(fight.path("/vote")).then().statusCode(i < 3 ? 204 : 429);
            }
        }
    }

    @Test
    void reasonsAndComment_comeWithTheVoteOrLater_andStandInTheReveal() {
        try (Duel duel = talkative()) {
            Fight fight = duel.open("Compare");
            fight.awaitState("READY");
            fight.call()
                    .body(Map.of("outcome", "A", "reasonsA", List.of("useful", "well-formatted"), "comment", "good"))
                    .post(fight.path("/vote")).then().statusCode(201)
                    .body("reasonsA", equalTo(List.of("useful", "well-formatted")));
            fight.call().body(Map.of("reasonsB", List.of("superficial"))).patch(fight.path("/vote")).then()
                    .statusCode(200);
            fight.call().get(fight.path("")).then().body("reveal.reasonsA", hasSize(2))
                    .body("reveal.reasonsB", equalTo(List.of("superficial"))).body("reveal.comment", equalTo("good"))
                    .body("reveal.modelA.openWeights", equalTo(true)).body("turns[0].answers[0].tokens", notNullValue())
                    .body("turns[0].answers[0].seconds", notNullValue());
            fight.call().body(Map.of("reasonsB", List.of("ugly"))).patch(fight.path("/vote")).then().statusCode(400);
            fight.call().body(Map.of("comment", "x".repeat(5_001))).patch(fight.path("/vote")).then().statusCode(400)
                    .body("violations[0].field", equalTo("comment"));
        }
    }

    @Test
    void standingOfThePair_hasItsInterval_andTellsWhenTheVoteIsTakenIn() {
        try (Duel duel = talkative()) {
            Fight fight = duel.open("Compare");
            fight.call().get(fight.path("")).then().body("standing", nullValue());
            vote(fight, "A");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> fight.call().get(fight.path("")).then()
                    .body("standing.taken", equalTo(true)).body("standing.votes", equalTo(1))
                    .body("standing.winsA", equalTo(1)));
            JsonPath standing = fight.call().get(fight.path("")).jsonPath();
            // Wilson's interval of one success in one trial.
            assertThat(standing.getDouble("standing.low")).isBetween(0.2064, 0.2066);
            assertThat(standing.getDouble("standing.high")).isBetween(0.9999, 1.0001);
        }
    }

    @Test
    void sharedBattle_isReadByWhoeverHasTheLink_afterTheVoteOnly_untilRevoked() {
        try (Duel duel = talkative()) {
            Fight fight = duel.open("A prompt with <b>tags</b> & \"quotes\"");
            fight.awaitState("READY");
            fight.call().post(fight.path("/share")).then().statusCode(409).body("state", equalTo("READY"));
            vote(fight, "B");
            String url = fight.call().post(fight.path("/share")).then().statusCode(201).extract().path("url");
            fight.call().post(fight.path("/share")).then().statusCode(200).body("url", equalTo(url));
            given().get(url).then().statusCode(200).body(containsString("marmalade")).body(containsString("Alpha One"))
                    .body(containsString("property=\"og:title\" content=\"A prompt with &lt;b&gt;tags"))
                    .body(not(containsString("<b>tags"))).body(containsString("/preview.png"));
            given().get("/preview.png").then().statusCode(200).contentType("image/png");
            given().header("Accept-Language", "ja").get(url).then().body(containsString("投票：B のほうがよい"));
            fight.call().delete(fight.path("/share")).then().statusCode(204);
            given().get(url).then().statusCode(404);
            given().get("/s/nothing").then().statusCode(404);
        }
    }

    @Test
    void ownHistory_masksNamesUntilTheVote_andTenVotesMakeABoard() {
        try (Duel duel = talkative()) {
            Fight open = duel.open("First");
            open.call().get("/api/me/battles").then().body("battles[0].modelA", nullValue()).body("battles[0].prompt",
                    equalTo("First"));
            vote(open, "A");
            open.call().get("/api/me/battles").then().body("battles[0].modelA.name", notNullValue())
                    .body("battles[0].outcome", equalTo("A"));
            open.call().get("/api/me/leaderboard").then().body("models", hasSize(0)).body("needed", equalTo(10));
            for (int i = 1; i < 10; i++) {
                vote(duel.open("Again " + i, open.cookies()), i % 3 == 0 ? "B" : "A");
            }
            open.call().get("/api/me/leaderboard").then().body("votes", equalTo(10)).body("models", hasSize(2))
                    .body("models[0].low", notNullValue());
            open.call().get("/api/me").then().body("summary.votes", equalTo(10)).body("summary.a", equalTo(7));
            open.call().get("/api/me/battles?limit=4").then().body("battles", hasSize(4));
            open.call().get("/api/me/battles?before=yesterday").then().statusCode(400);
            open.call().get("/me").then().statusCode(200).body(containsString("id=\"own\""));
        }
    }

    @Test
    void strangers_haveNoData_whichIsNoError() {
        given().get("/api/me").then().statusCode(200).body("since", nullValue()).body("summary.battles", equalTo(0));
        given().get("/api/me/battles").then().statusCode(200).body("battles", hasSize(0));
        given().get("/api/me/leaderboard").then().statusCode(200);
        given().get("/api/me/export").then().statusCode(404);
        given().delete("/api/me").then().statusCode(204);
        given().get("/me").then().statusCode(200);
    }

    @Test
    void everythingIsExported_thenErased_whileTheLogKeepsItsAnonymousEntries() throws Exception {
        try (Duel duel = talkative()) {
            Fight fight = duel.open("My secret prompt");
            vote(fight, "A");
            fight.call().body(Map.of("comment", "my comment")).patch(fight.path("/vote")).then().statusCode(200);
            fight.call().body(Map.of("side", "B", "reason", "my flag")).post(fight.path("/flag")).then()
                    .statusCode(204);
            String link = fight.call().post(fight.path("/share")).path("url");
            duel.first.otherwise(Script.stream().says("It goes on.").hang());
            Fight running = duel.open("A running one", fight.cookies());

            JsonPath export = fight.call().get("/api/me/export").then().statusCode(200).extract().jsonPath();
            assertThat(export.getList("battles")).hasSize(2);
            assertThat(export.getString("battles[0].turns[0].prompt")).isEqualTo("My secret prompt");
            assertThat(export.getString("battles[0].vote.comment")).isEqualTo("my comment");
            assertThat(export.getString("battles[0].flags[0].reason")).isEqualTo("my flag");
            assertThat(export.getString("battles[0].modelA")).isNotNull();
            assertThat(export.getString("battles[1].modelA")).isNull();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(count("select count(*) from log_queue")).isZero());
            long logged = count("select count(*) from log_entry");

            Response erased = fight.call().delete("/api/me");
            erased.then().statusCode(204);
            assertThat(erased.getHeader("Set-Cookie")).contains("Max-Age=0");
            fight.call().get(fight.path("")).then().statusCode(404);
            running.call().get(running.path("")).then().statusCode(404);
            given().get(link).then().statusCode(404);
            String id = "battle_id = '" + fight.id() + "'";
            assertThat(count("select count(*) from turn where " + id)).isZero();
            assertThat(count("select count(*) from answer where " + id)).isZero();
            assertThat(count("select count(*) from answer_flag where " + id)).isZero();
            assertThat(count(
                    "select count(*) from vote where comment is null and commitment_salt is null and voter_id is null and "
                            + id))
                    .isEqualTo(1);
            assertThat(count("select count(*) from battle where voter_id is not null and id = '" + fight.id() + "'"))
                    .isZero();
            assertThat(count("select count(*) from log_entry")).isEqualTo(logged);
            // The provider of the running one was told to stop.
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(duel.first.hangUps()).isPositive());
            Fight anew = duel.open("Again");
            assertThat(anew.cookies()).isNotEqualTo(fight.cookies());
        }
    }

    @Test
    void promptOfAProgram_countsAsAgreement_andNewTermsAskAgain() throws Exception {
        given().header("Accept-Language", "ja").get("/api/terms").then().body("language", equalTo("ja"))
                .body("text", containsString("個人情報"));
        int version = given().get("/api/terms?language=en").then().statusCode(200).extract().path("version");
        given().get("/api/terms?language=xx").then().statusCode(400);
        try (Duel duel = talkative()) {
            Fight fight = duel.open("Hello");
            fight.call().get("/api/me").then().body("termsVersion", equalTo(version));
            assertThat(fight.call().get("/api/me/export").jsonPath().getString("voter.termsAgreedBy")).isEqualTo("API");
            fight.call().body(Map.of("version", version)).post("/api/me/terms").then().statusCode(204);
            assertThat(fight.call().get("/api/me/export").jsonPath().getString("voter.termsAgreedBy"))
                    .isEqualTo("PAGE");

            given().contentType("application/json").body("{}").post("/api/admin/terms").then().statusCode(401);
            Duel.admin().body(Map.of("texts", Map.of("en", "New."))).post("/api/admin/terms").then().statusCode(400)
                    .body("violations[0].field", equalTo("texts.ja"));
            Duel.admin().body(Map.of("texts", Map.of("en", "New **terms**.", "ja", "新しい条件。"))).post("/api/admin/terms")
                    .then()
                    .statusCode(201).body("version", equalTo(version + 1));
            given().get("/terms").then().statusCode(200).body(containsString("<strong>terms</strong>"));
            given().get("/api/terms?version=" + version).then().body("text", containsString("personal data"));
            fight.call().get("/").then().body(containsString("data-agreed=\"false\""));
            fight.call().body(Map.of("version", version)).post("/api/me/terms").then().statusCode(409);
            fight.call().body(Map.of("version", version + 1)).post("/api/me/terms").then().statusCode(204);
            fight.call().get("/").then().body(containsString("data-agreed=\"true\""));
        }
    }

    @Test
    void namedBattle_isToldByName_andNeverVotedOn() {
        try (Duel duel = talkative()) {
            Response begun = given().contentType("application/json")
                    .body(Map.of("prompt", "Hello", "modelA", duel.slugs.get(0),
                            "modelB", duel.slugs.get(1)))
                    .post("/api/battles");
            Fight fight = new Fight(begun.path("id"), begun.cookies());
            fight.awaitState("READY");
            fight.call().get(fight.path("")).then().body("modelA", equalTo("Alpha One")).body("blind", equalTo(false))
                    .body("turns[0].answers[0].seconds", notNullValue());
            fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(409).body("code",
                    equalTo("not-blind"));
        }
    }

    @Test
    void badFlags_nameTheField() {
        try (Duel duel = talkative()) {
            Fight fight = duel.open("Hello");
            fight.call().body(Map.of("side", "A")).post(fight.path("/flag")).then().statusCode(400)
                    .body("violations[0].field", equalTo("reason"));
            fight.call().body(Map.of("reason", "x")).post(fight.path("/flag")).then().statusCode(400)
                    .body("violations[0].field", equalTo("side"));
        }
    }
}
