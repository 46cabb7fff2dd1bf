package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ArenaStoryIT {

    @TestHTTPResource
    URI server;

    @Inject
    AgroalDataSource database;

    private record Fight(String id, Map<String, String> cookies) {
    }

    private static Fight open(String prompt) {
        Response response = given().contentType(ContentType.JSON).body(Map.of("prompt", prompt)).post("/api/battles");
        response.then().statusCode(201).body("turn", equalTo(1));
        return new Fight(response.path("id"), response.cookies());
    }

    private static io.restassured.specification.RequestSpecification as(Fight fight) {
        return given().cookies(fight.cookies()).contentType(ContentType.JSON);
    }

    private static void awaitState(Fight fight, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(as(fight).get("/api/battles/" + fight.id()).as(JsonNode.class)
                        .path("state").textValue()).isEqualTo(state));
    }

    /** The lines of the event stream, until one names {@code last}. */
    private List<String> events(Fight fight, String lastId, String last) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/battles/" + fight.id() + "/events"))
                .header("Cookie", "dohyo_voter=" + fight.cookies().get("dohyo_voter"));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<Stream<String>> response = Http1.client()
                .send(request.build(),
                        HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            return lines.takeWhile(line -> !line.equals("event:" + last)).toList();
        }
    }

    private long count(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void battleVoteBoard_oneVoteIsStoredLoggedAndCountedOnce() throws Exception {
        long before = given().get("/api/leaderboard").jsonPath().getLong("votes");
        Fight fight = open("Explain why the sky is blue");
        List<String> lines = events(fight, null, "ready");
        assertThat(lines).contains("event:delta").doesNotContain("event:failed");
        assertThat(lines.stream().filter("event:done"::equals)).hasSize(2);
        assertThat(String.join("\n", lines)).doesNotContain("demo-").doesNotContain("modelA");

        String path = "/api/battles/" + fight.id() + "/vote";
        String won = as(fight).body(Map.of("outcome", "A")).post(path).then().statusCode(201)
                .body("counted", equalTo(true)).body("notCountedReason", nullValue()).extract().path("modelA.slug");
        as(fight).body(Map.of("outcome", "A")).post(path).then().statusCode(200).body("modelA.slug", equalTo(won));
        as(fight).body(Map.of("outcome", "B")).post(path).then().statusCode(409).body("state", equalTo("VOTED"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get("/api/leaderboard").then()
                .body("votes", equalTo((int) before + 1)).body("models.slug", hasItem(won)));
        given().get("/api/leaderboard?method=elo").then().body("models[0].low", nullValue());
        assertThat(count("select count(*) from log_entry")).isEqualTo(count("select size from log_head"));
        assertThat(count(
                "select sum(first_wins + second_wins + ties + both_bad) from pair_count where category = 'overall'"))
                .isEqualTo(count("select sum(sign) from log_entry"));
    }

    @Test
    void reconnect_resumesWhereItStoppedWithoutLossOrRepetition() throws Exception {
        Fight fight = open("日本の四季について説明してください");
        List<String> whole = events(fight, null, "ready");
        awaitState(fight, "READY");
        List<String> ids = whole.stream().filter(line -> line.startsWith("id:")).toList();
        String middle = ids.get(ids.size() / 2);
        List<String> rest = events(fight, middle.substring(3), "ready");
        assertThat(
                text(whole.subList(0, whole.indexOf(middle)), "A") + text(block(whole, middle), "A") + text(rest, "A"))
                .isEqualTo(text(whole, "A"));
    }

    private static List<String> block(List<String> lines, String id) {
        return lines.subList(lines.indexOf(id), lines.size()).stream().takeWhile(line -> !line.isEmpty()).toList();
    }

    private static String text(List<String> lines, String side) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("data:") && line.contains("\"text\"")) {
                var json = io.restassured.path.json.JsonPath.from(line.substring(5));
                text.append(side.equals(json.getString("side")) ? json.getString("text") : "");
            }
        }
        return text.toString();
    }

    @Test
    void stopThenRetry_endsReady() {
        Fight fight = open("Compare tea and coffee");
        as(fight).post("/api/battles/" + fight.id() + "/stop").then().statusCode(204);
        as(fight).get("/api/battles/" + fight.id()).then().body("state", equalTo("STOPPED"));
        as(fight).body(Map.of("outcome", "A")).post("/api/battles/" + fight.id() + "/vote").then().statusCode(409)
                .body("state", equalTo("STOPPED"));
        for (String side : List.of("A", "B")) {
            as(fight).body(Map.of("side", side)).post("/api/battles/" + fight.id() + "/retry").then().statusCode(202);
            awaitState(fight, side.equals("A") ? "STOPPED" : "READY");
        }
    }

    @Test
    void followUp_thenWithdraw_takesTheVoteBack() throws Exception {
        Fight fight = open("List three fruits");
        awaitState(fight, "READY");
        as(fight).body(Map.of("prompt", "And three more")).post("/api/battles/" + fight.id() + "/turns").then()
                .statusCode(201).body("turn", equalTo(2));
        awaitState(fight, "READY");
        String path = "/api/battles/" + fight.id() + "/vote";
        as(fight).body(Map.of("outcome", "TIE")).post(path).then().statusCode(201);
        as(fight).delete(path).then().statusCode(204);
        as(fight).get("/api/battles/" + fight.id()).then().body("state", equalTo("WITHDRAWN"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(count("""
                select coalesce(sum(e.sign), 9) from log_entry e join vote v on v.id = e.vote_id
                where v.battle_id = '%s'""".formatted(fight.id()))).isZero());
    }

    @Test
    void manyVotesAtOnce_oneIsTaken_theRestAreToldSo() throws Exception {
        Fight fight = open("Name the planets");
        awaitState(fight, "READY");
        String[] outcomes = { "A", "B", "TIE", "BOTH_BAD" };
        ExecutorService voters = Executors.newFixedThreadPool(16);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> votes = IntStream.range(0, 32).<Callable<Integer>> mapToObj(i -> () -> as(fight)
                    .body(Map.of("outcome", outcomes[i % 4])).post("/api/battles/" + fight.id() + "/vote").statusCode())
                    .toList();
            for (Future<Integer> vote : voters.invokeAll(votes)) {
                statuses.add(vote.get());
            }
        } finally {
            voters.shutdownNow();
        }
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(7);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(24);
        String entries = """
                select count(*) from log_entry e join vote v on v.id = e.vote_id where v.battle_id = '%s'"""
                .formatted(fight.id());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(count(entries)).isEqualTo(1));
    }

    @Test
    @DisplayName("everything under a battle is 404 to a stranger")
    void stranger() {
        Fight fight = open("Write a haiku");
        Fight other = open("Write a limerick");
        for (String path : List.of("", "/events")) {
            given().get("/api/battles/" + fight.id() + path).then().statusCode(404);
            as(other).get("/api/battles/" + fight.id() + path).then().statusCode(404);
        }
        for (String path : List.of("/stop", "/turns", "/retry", "/vote")) {
            as(other).body(Map.of("prompt", "x", "side", "A", "outcome", "A").entrySet().stream()
                    .filter(entry -> path.equals("/turns") ? entry.getKey().equals("prompt")
                            : path.equals("/retry") ? entry.getKey().equals("side") : entry.getKey().equals("outcome"))
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .post("/api/battles/" + fight.id() + path).then().statusCode(404);
        }
    }

    @Test
    void badInput_namesTheField() {
        given().contentType(ContentType.JSON).body("{\"prompt\":\" \"}").post("/api/battles").then().statusCode(400)
                .body("violations[0].field", equalTo("prompt"));
        given().contentType(ContentType.JSON).body("{").post("/api/battles").then().statusCode(400);
        given().get("/api/leaderboard?method=chess").then().statusCode(400).body("violations[0].field",
                equalTo("method"));
        given().header("Sec-Fetch-Site", "cross-site").contentType(ContentType.JSON).body("{\"prompt\":\"x\"}")
                .post("/api/battles").then().statusCode(403);
    }
}
