package org.dohyo.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.dohyo.Duel;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** The meters after a battle with a vote and a refusal: those that the document lists, and no others. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(MetricsIT.WithToken.class)
class MetricsIT {

    private static final String TOKEN = "a token for the tests";
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(dohyo_[a-z_]+)`");
    private static final Pattern METER = Pattern.compile("(?m)^# TYPE (dohyo_[a-z_]+) ");

    /** Few battles, so that a limit is soon met. */
    public static class WithToken implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dohyo.metrics.token", TOKEN, "dohyo.battle.per-network-and-hour", "1");
        }
    }

    private static Response read(String authorization) {
        return given().header("Authorization", authorization).accept("text/plain").get("/q/metrics");
    }

    private static String meters() {
        return read("Bearer " + TOKEN).then().statusCode(200).extract().asString();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1))
                .map(name -> name.replaceAll("_max$", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void document_listsTheMeters_andTheyHaveTheArenasFigures() throws IOException {
        try (Duel duel = Duel.of("Meter East", "Meter West")) {
            duel.first.otherwise(Duel.answer("One", " two"));
            duel.second.otherwise(Duel.answer("Three", " four"));
            Duel.Fight fight = duel.open("Count");
            fight.awaitState("READY");
            fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
            given().contentType(ContentType.JSON).body(Map.of("prompt", "x")).post("/api/battles").then()
                    .statusCode(429);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(meters())
                    .containsPattern("dohyo_votes_total\\{counted=\"true\",outcome=\"A\",reason=\"none\"[^}]*} 1\\.0")
                    .containsPattern("dohyo_refusals_total\\{code=\"too-many-battles\"[^}]*} 1\\.0")
                    .containsPattern("dohyo_endpoint_calls_seconds_count\\{model=\"" + duel.slugs.get(0)
                            + "\",result=\"answered\"[^}]*} 1")
                    .containsPattern("dohyo_endpoint_first_text_seconds_count\\{model=\"" + duel.slugs.get(1)
                            + "\"[^}]*} 1")
                    .containsPattern("dohyo_log_queue_age_seconds(\\{[^}]*})? 0\\.0")
                    .containsPattern("dohyo_board_age_seconds(\\{[^}]*})? \\d+\\.\\d")
                    .containsPattern("dohyo_leaderboard_pass_seconds_count(\\{[^}]*})? [1-9]")
                    .contains("agroal_awaiting_count"));
        }
        assertThat(names(METER, meters())).isEqualTo(
                names(LISTED, Files.readString(Path.of("docs/operations/metrics.md"))));
    }

    @Test
    void strangers_areRefused() {
        given().get("/q/metrics").then().statusCode(401);
        for (String wrong : new String[] { "Bearer", "Bearer ", "Bearer another token", "Basic " + TOKEN, TOKEN,
                "Bearer " + TOKEN + "x" }) {
            read(wrong).then().statusCode(401);
        }
        given().header("Authorization", "Bearer " + TOKEN).get("/api/admin/models").then().statusCode(401);
    }
}
