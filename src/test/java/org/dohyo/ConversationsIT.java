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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.dohyo.Duel.Fight;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What the desk does about conversations that voters flagged. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConversationsIT {

    private static final String LIST = "/api/admin/conversations";

    @Inject
    AgroalDataSource database;

    private Duel duel;

    @BeforeEach
    void start() {
        duel = Duel.of("Alpha One", "Beta Two");
        duel.first.otherwise(Duel.answer("A first answer, marmalade."));
        duel.second.otherwise(Duel.answer("A second answer, marmalade."));
    }

    @AfterEach
    void end() {
        duel.close();
    }

    private long count(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Fight fought(String prompt, Map<String, String> cookies) {
        Fight fight = duel.open(prompt, cookies);
        fight.awaitState("READY");
        return fight;
    }

    private static void flag(Fight fight, String reason) {
        fight.call().body(Map.of("side", "A", "reason", reason)).post(fight.path("/flag")).then().statusCode(204);
    }

    private static Response act(Fight fight, String what, Map<String, ?> body) {
        return Duel.admin().body(body).post(LIST + "/" + fight.id() + "/" + what);
    }

    private static void cast(Fight fight) {
        fight.call().body(Map.of("outcome", "A", "reasonsA", new String[] { "useful" }, "comment", "call 555-0199"))
                .post(fight.path("/vote")).then().statusCode(201);
    }

    @Test
    void flaggedConversation_isRead_dismissed_andOpenedByANewFlag() {
        Fight fight = fought("a flagged prompt", Map.of());
        Duel.admin().get(LIST + "/" + fight.id()).then().statusCode(404);
        flag(fight, "very harmful");
        Duel.admin().get(LIST).then().body("conversations.id", hasItem(fight.id()));
        Duel.admin().get(LIST + "?state=handled").then().body("conversations.id", not(hasItem(fight.id())));
        Duel.admin().get(LIST + "/" + fight.id()).then().statusCode(200)
                .body("conversation.flags[0].reason", equalTo("very harmful"))
                .body("turns[0].answerA", containsString("answer"))
                .body("turns[0].answerB", containsString("answer")).body("vote", nullValue());
        cast(fight);
        Duel.admin().get(LIST + "/" + fight.id()).then().body("vote.outcome", equalTo("A"))
                .body("vote.reasonsA", hasItem("useful")).body("vote.comment", containsString("555"));
        act(fight, "dismiss", Map.of()).then().statusCode(204);
        Duel.admin().get(LIST).then().body("conversations.id", not(hasItem(fight.id())));
        Duel.admin().get(LIST + "?state=handled").then()
                .body("conversations.find { it.id == '" + fight.id() + "' }.handledAs", equalTo("dismissed"));
        flag(fight, "harmful after all");
        Duel.admin().get(LIST).then().body("conversations.id", hasItem(fight.id()));
        Duel.admin().get(LIST + "?state=lost").then().statusCode(400).body("violations[0].field", equalTo("state"));
        Duel.admin().get(LIST + "?before=x").then().statusCode(400).body("violations[0].field", equalTo("before"));
        Duel.admin().get(LIST + "?limit=0").then().statusCode(400);
        Duel.admin().get(LIST + "/nonsense").then().statusCode(404);
        Duel.admin().post(LIST + "/00000000-0000-0000-0000-000000000000/dismiss").then().statusCode(404);
    }

    @Test
    void erasedTexts_areGoneForEverybody_andTheLogStays() throws Exception {
        Fight fight = fought("marmalade prompt", Map.of());
        cast(fight);
        String link = fight.call().post(fight.path("/share")).path("url");
        flag(fight, "names my neighbour");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(count("select count(*) from log_queue")).isZero());
        long logged = count("select count(*) from log_entry");
        act(fight, "erase", Map.of("commentOnly", true)).then().statusCode(204);
        Duel.admin().get(LIST + "/" + fight.id()).then().body("vote.comment", nullValue()).body("turns", hasSize(1));
        act(fight, "erase", Map.of()).then().statusCode(204);

        String id = "battle_id = '" + fight.id() + "'";
        assertThat(count("select count(*) from turn where " + id)).isZero();
        assertThat(count("select count(*) from answer where " + id)).isZero();
        assertThat(count("select count(*) from answer_flag where reason <> '' and " + id)).isZero();
        assertThat(count(
                "select count(*) from vote where commitment_salt is null and comment is null and voter_id is not null "
                        + "and " + id))
                .isEqualTo(1);
        assertThat(count("select count(*) from log_entry")).isEqualTo(logged);
        Duel.admin().get(LIST + "/" + fight.id()).then().body("turns", hasSize(0))
                .body("conversation.handledAs", equalTo("erased")).body("conversation.prompt", nullValue());
        given().get(link).then().statusCode(404);
        fight.call().get(fight.path("")).then().statusCode(200).body("state", equalTo("VOTED")).body("turns",
                hasSize(0));
        fight.call().get("/me").then().statusCode(200).body(containsString("erased these texts"));
        fight.call().get("/api/me/export").then().statusCode(200).body(not(containsString("marmalade")));
        String again = fight.call().post(fight.path("/share")).path("url");
        given().get(again).then().statusCode(200);
        Duel.admin().get("/api/admin/audit").then()
                .body("entries.findAll { it.subject == 'conversation:" + fight.id() + "' }.action",
                        equalTo(List.of("erase texts", "erase comment")))
                .body("entries[0].before.turns", equalTo(1)).body("entries[0].who", equalTo("admin"))
                .body(not(containsString("marmalade"))).body(not(containsString("555-0199")));
    }

    @Test
    void erasedTexts_ofARunningBattle_endIt() {
        duel.first.otherwise(Script.stream().says("It goes on.").hang());
        duel.second.otherwise(Script.stream().says("It goes on.").hang());
        Fight fight = duel.open("a running one");
        flag(fight, "harmful");
        act(fight, "erase", Map.of()).then().statusCode(204);
        fight.call().get(fight.path("")).then().body("state", equalTo("ABANDONED")).body("turns", hasSize(0));
        fight.call().get(fight.path("/events")).then().statusCode(404);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(duel.first.hangUps() + duel.second.hangUps()).isEqualTo(2));
    }

    @Test
    void bannedVoter_takesNoPart_untilLetInAgain() throws Exception {
        Fight voted = fought("first", Map.of());
        cast(voted);
        Fight ready = fought("second", voted.cookies());
        flag(ready, "spam");
        act(ready, "ban", Map.of()).then().statusCode(400).body("violations[0].field", equalTo("reason"));
        act(ready, "ban", Map.of("reason", "spam in all battles", "excludeVotes", true)).then().statusCode(200)
                .body("excluded", equalTo(1));

        ready.call().header("Accept-Language", "ja").body(Map.of("prompt", "third")).post("/api/battles").then()
                .statusCode(403).body("code", equalTo("banned")).body("detail", containsString("停止"));
        ready.call().body(Map.of("outcome", "A")).post(ready.path("/vote")).then().statusCode(403)
                .body("code", equalTo("banned")).body("detail", containsString("banned you"));
        ready.call().body(Map.of("prompt", "more")).post(ready.path("/turns")).then().statusCode(403);
        ready.call().body(Map.of("side", "A", "reason", "x")).post(ready.path("/flag")).then().statusCode(403);
        voted.call().body(Map.of("comment", "x")).patch(voted.path("/vote")).then().statusCode(403);
        ready.call().get("/").then().statusCode(200).body(containsString("id=\"banned\""));
        ready.call().get("/api/me/export").then().statusCode(200).body("voter.bannedAt", notNullValue());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(count("""
                select count(*) from log_entry e join vote v on v.id = e.vote_id
                where e.kind = 'EXCLUDE' and e.sign = -1 and v.battle_id = '%s'""".formatted(voted.id())))
                .isEqualTo(1));
        Duel.admin().get(LIST + "/" + ready.id()).then().body("conversation.banned", equalTo(true))
                .body("conversation.handledAs", equalTo("banned"));

        act(ready, "unban", Map.of()).then().statusCode(204);
        act(ready, "unban", Map.of()).then().statusCode(409).body("code", equalTo("not-banned"));
        ready.call().body(Map.of("outcome", "A")).post(ready.path("/vote")).then().statusCode(201);
        Duel.admin().get("/api/admin/audit").then().body("entries[0].action", equalTo("unban"))
                .body("entries[1].action", equalTo("ban")).body("entries[1].after.excludedVotes", equalTo(1))
                .body("entries[1].after.reason", equalTo("spam in all battles"));
        ready.call().delete("/api/me").then().statusCode(204);
        act(ready, "ban", Map.of("reason", "x")).then().statusCode(404);
    }

    /** A ban that leaves earlier votes out meets votes that are just being cast: none of them stays in. */
    @Test
    void votesCastDuringABan_areRefusedOrLeftOut() throws Exception {
        Map<String, String> cookies = fought("begin", Map.of()).cookies();
        List<Fight> fights = IntStream.range(0, 8).mapToObj(i -> fought("race " + i, cookies)).toList();
        flag(fights.get(0), "spam");
        List<CompletableFuture<Integer>> votes = fights.stream()
                .map(fight -> CompletableFuture.supplyAsync(() -> fight.call()
                        .body(Map.of("outcome", "A")).post(fight.path("/vote")).statusCode()))
                .toList();
        act(fights.get(0), "ban", Map.of("reason", "spam", "excludeVotes", true)).then().statusCode(200);
        for (CompletableFuture<Integer> vote : votes) {
            assertThat(vote.get()).isIn(201, 403);
        }
        String battles = fights.stream().map(fight -> "'" + fight.id() + "'").collect(Collectors.joining(","));
        assertThat(count("select count(*) from vote where excluded_at is null and battle_id in (" + battles + ")"))
                .isZero();
    }
}
