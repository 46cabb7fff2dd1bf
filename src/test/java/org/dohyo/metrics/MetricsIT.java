package org.dohyo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.Beside;
import org.dohyo.Duel;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** The meters after a battle with a vote and a refusal: those that the document lists, and no others. */
@Beside
class MetricsIT {

    /** Few battles, so that a limit is soon met. */
    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena(
            Map.of("DOHYO_METRICS_TOKEN", MetricsIT.TOKEN, "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "1"));

    private static final String TOKEN = "a token for the tests";
    private static final Pattern METER = Pattern.compile("(?m)^# TYPE ([a-z_]+) ");
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+?)(?:_count|_sum)?(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private static Response read(String authorization) {
        return ARENA.given().header("Authorization", authorization).accept("text/plain").get("/q/metrics");
    }

    private static String meters() {
        return read("Bearer " + TOKEN).then().statusCode(200).extract().asString();
    }

    private static Set<String> own(Stream<String> names) {
        return names.filter(name -> name.startsWith("dohyo_")).map(name -> name.replaceAll("_max$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The labels of all series of a meter. */
    private static Set<String> labels(String meter, String meters) {
        return SERIES.matcher(meters).results()
                .filter(series -> series.group(1).equals(meter) || series.group().startsWith(meter + "{"))
                .flatMap(series -> LABEL.matcher(String.valueOf(series.group(2))).results())
                .map(label -> label.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void document_listsTheMeters_andTheyHaveTheArenasFigures() {
        try (Duel duel = ARENA.duel("Meter East", "Meter West")) {
            duel.first.otherwise(Duel.answer("One", " two"));
            duel.second.otherwise(Duel.answer("Three", " four"));
            Duel.Fight fight = duel.open("Count");
            fight.awaitState("READY");
            fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
            ARENA.given().contentType(ContentType.JSON).body(Map.of("prompt", "x")).post("/api/battles").then()
                    .statusCode(429);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(meters())
                    .containsPattern("dohyo_votes_total\\{counted=\"true\",outcome=\"A\",reason=\"none\"[^}]*} 1\\.0")
                    .containsPattern("dohyo_refusals_total\\{code=\"too-many-battles\"[^}]*} 1\\.0")
                    .containsPattern("dohyo_endpoint_calls_seconds_count\\{model=\"" + duel.slugs.get(0)
                            + "\",result=\"answered\"[^}]*} 1")
                    .containsPattern("dohyo_endpoint_first_text_seconds_count\\{model=\"" + duel.slugs.get(1)
                            + "\"[^}]*} 1")
                    .containsPattern("dohyo_ready(\\{[^}]*})? 1\\.0")
                    .containsPattern("dohyo_votes_uncounted_alarm(\\{[^}]*})? 0\\.0")
                    .containsPattern("dohyo_votes_uncounted_share(\\{[^}]*})? 0\\.0")
                    .containsPattern("dohyo_log_queue_age_seconds(\\{[^}]*})? 0\\.0")
                    .containsPattern("dohyo_board_age_seconds(\\{[^}]*})? \\d+\\.\\d")
                    .containsPattern("dohyo_leaderboard_pass_seconds_count(\\{[^}]*})? [1-9]")
                    .contains("agroal_awaiting_count"));
        }
        String meters = meters();
        Map<String, Set<String>> listed = MetersDocument.labelsByMeter();
        assertThat(own(METER.matcher(meters).results().map(type -> type.group(1))))
                .isEqualTo(own(listed.keySet().stream()));
        assertThat(listed).allSatisfy((meter, labels) -> {
            assertThat(meters).contains("# TYPE " + meter + " ");
            assertThat(labels(meter, meters)).as(meter).isEqualTo(labels);
        });
    }

    @Test
    void strangers_areRefused() {
        ARENA.given().get("/q/metrics").then().statusCode(401);
        for (String wrong : new String[] { "Bearer", "Bearer ", "Bearer another token", "Basic " + TOKEN, TOKEN,
                "Bearer " + TOKEN + "x" }) {
            read(wrong).then().statusCode(401);
        }
        ARENA.given().header("Authorization", "Bearer " + TOKEN).get("/api/admin/models").then().statusCode(401);
    }
}
