package org.dohyo.battle.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.dohyo.Beside;
import org.dohyo.Duel;
import org.dohyo.PackagedArena;
import org.dohyo.provider.OpenAiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** The bounds of battles, each met by a voter who goes one too far. */
@Beside
class BattleLimitsIT {

    /** Bounds that a test can reach, all different. */
    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena(Map.of("DOHYO_BATTLE_STREAMING_PER_VOTER", "2",
            "DOHYO_BATTLE_PER_VOTER_AND_HOUR", "3", "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "12", "DOHYO_BATTLE_STREAMS",
            "6", "DOHYO_BATTLE_RETRIES_PER_BATTLE", "2", "DOHYO_BATTLE_RETRIES_PER_VOTER_AND_HOUR", "3",
            "DOHYO_PUBLIC_URL", "http://arena.example:8080"));

    private static final String VOTERS = "select count(*) from voter";

    private static double stored(String query) throws SQLException {
        try (Connection connection = ARENA.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static Response start(Map<String, String> voter) {
        return ARENA.given().cookies(voter).contentType(ContentType.JSON).body(Map.of("prompt", "Count to three"))
                .post("/api/battles");
    }

    private static void refused(Response response, int status, String code, int longestWait) {
        response.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, longestWait);
    }

    /** A name that another site lets point here reaches nothing, whatever the method. */
    @Test
    void unknownHost_isRefused() {
        ARENA.given().header("Host", "evil.example").get("/").then().statusCode(403).body("code",
                equalTo("unknown-host"));
        ARENA.given().header("Host", "evil.example").header("Origin", "http://evil.example")
                .contentType(ContentType.JSON)
                .body(Map.of("prompt", "x")).post("/api/battles").then().statusCode(403);
        ARENA.given().header("Host", "Arena.example:8080").get("/").then().statusCode(200);
        ARENA.given().header("Host", "10.0.0.1").get("/q/health/live").then().statusCode(200);
    }

    private static void stop(Map<String, String> voter, Response started) {
        ARENA.given().cookies(voter).post("/api/battles/" + started.path("id") + "/stop").then().statusCode(204);
    }

    /** One test, since what it counts lives as long as the process. */
    @Test
    void eachBound_isHeldAndSaysWhenToTryAgain() throws SQLException {
        demoPairs_areEquallyLikely();
        try (Duel endless = ARENA.duel("Endless East", "Endless West")) {
            endless.first.otherwise(OpenAiServer.Script.stream().says("One").hang());
            endless.second.otherwise(OpenAiServer.Script.stream().says("One").hang());
            retriesAreBounded();
            startsAreBounded();
        }
    }

    /** Six demo models of equal weight make fifteen pairs. */
    private void demoPairs_areEquallyLikely() throws SQLException {
        Response started = start(Map.of());
        assertThat(stored("select propensity from battle where id = '" + started.path("id") + "'"))
                .isCloseTo(1 / 15.0, within(1e-12));
        new Duel.Fight(started.path("id"), started.cookies(), ARENA::given).awaitState("READY");
    }

    private void startsAreBounded() throws SQLException {
        Response first = start(Map.of());
        Map<String, String> voter = first.cookies();
        Response second = start(voter);
        refused(start(voter), 429, "too-many-streaming", 60);

        Response other = start(Map.of());
        other.then().statusCode(201);
        refused(start(Map.of()), 503, "too-many-streams", 60);

        stop(voter, first);
        stop(voter, second);
        stop(other.cookies(), other);
        Response third = start(voter);
        third.then().statusCode(201);
        stop(voter, third);
        refused(start(voter), 429, "too-many-battles", 3_600);

        // Seven of the network's twelve starts are used: the refused ones took nothing.
        for (int i = 7; i < 12; i++) {
            Response more = start(Map.of());
            more.then().statusCode(201);
            stop(more.cookies(), more);
        }
        double voters = stored(VOTERS);
        refused(start(Map.of()), 429, "too-many-battles", 3_600);
        for (String body : new String[] { "{}", "{\"prompt\":\"\"}",
                "{\"prompt\":\"x\",\"modelA\":\"x\",\"modelB\":\"y\"}" }) {
            ARENA.given().contentType(ContentType.JSON).body(body).post("/api/battles").then()
                    .statusCode(anyOf(is(400), is(429)));
        }
        ARENA.given().contentType(ContentType.JSON).body("{\"version\":99}").post("/api/me/terms").then()
                .statusCode(409);
        assertThat(stored(VOTERS)).as("a refused first call stores no voter").isEqualTo(voters);
    }

    private static void retriesAreBounded() {
        Response first = start(Map.of());
        Map<String, String> voter = first.cookies();
        retried(voter, first).then().statusCode(202);
        retried(voter, first).then().statusCode(202);
        retried(voter, first).then().statusCode(409).contentType("application/problem+json").body("code",
                equalTo("too-many-retries"));
        Response second = start(voter);
        retried(voter, second).then().statusCode(202);
        refused(retried(voter, second), 429, "too-many-retries", 3_600);
    }

    private static Response retried(Map<String, String> voter, Response battle) {
        String path = "/api/battles/" + battle.path("id");
        ARENA.given().cookies(voter).post(path + "/stop").then().statusCode(204);
        return ARENA.given().cookies(voter).contentType(ContentType.JSON).body("{\"side\":\"A\"}")
                .post(path + "/retry");
    }
}
