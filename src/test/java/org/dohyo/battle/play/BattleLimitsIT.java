package org.dohyo.battle.play;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.dohyo.battle.Battle;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** The bounds of battles, each met by a voter who goes one too far. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(BattleLimitsIT.Narrow.class)
class BattleLimitsIT {

    /** Bounds that a test can reach, all different. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dohyo.battle.streaming-per-voter", "2", "dohyo.battle.per-voter-and-hour", "3",
                    "dohyo.battle.per-network-and-hour", "9", "dohyo.battle.streams", "6");
        }
    }

    @Inject
    Battle.Repository battles;

    private static Response start(Map<String, String> voter) {
        return given().cookies(voter).contentType(ContentType.JSON).body(Map.of("prompt", "Count to three"))
                .post("/api/battles");
    }

    private static void refused(Response response, int status, String code, int longestWait) {
        response.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, longestWait);
    }

    /** Ends the streams; 409 if a short answer has ended them before. */
    private static void stop(Map<String, String> voter, Response started) {
        given().cookies(voter).post("/api/battles/" + started.path("id") + "/stop").then()
                .statusCode(oneOf(204, 409));
    }

    /** One test, since what it counts lives as long as the process. */
    @Test
    void eachBound_isHeldAndSaysWhenToTryAgain() {
        Response first = start(Map.of());
        Map<String, String> voter = first.cookies();
        // Six demo models of equal weight make fifteen pairs.
        assertThat(battles.findById(UUID.fromString(first.path("id"))).propensity)
                .isCloseTo(1 / 15.0, within(1e-12));
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

        // Six of the network's nine starts are used, the refused ones with them.
        for (int i = 6; i < 9; i++) {
            Response more = start(Map.of());
            more.then().statusCode(201);
            stop(more.cookies(), more);
        }
        refused(start(Map.of()), 429, "too-many-battles", 3_600);
    }
}
