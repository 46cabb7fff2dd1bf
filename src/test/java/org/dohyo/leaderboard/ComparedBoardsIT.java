package org.dohyo.leaderboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.Beside;
import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Looks;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

/** Boards that are set beside the one of people's votes. */
@Beside
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComparedBoardsIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int PROMPTS = 40;

    /** On prompt n the better model wins but at each {@code upset}-th; the sides are changed at every other prompt. */
    private static String battle(String key, int n, int upset, String voter) {
        boolean turned = n % 2 == 1;
        boolean first = n % upset != 0;
        String winner = n % 7 == 0 ? "tie" : first != turned ? "model_a" : "model_b";
        return """
                {"question_id":"%1$s-%2$d","model_a":"%3$s","model_b":"%4$s","winner":"%5$s","judge":"%6$s","turn":1,"anony":true,
                "conversation_a":[{"role":"user","content":"Question %2$d"},{"role":"assistant","content":"One"}],
                "conversation_b":[{"role":"user","content":"Question %2$d"},{"role":"assistant","content":"Two"}],
                "language":"English","tstamp":1700000000}"""
                .formatted(key, n, turned ? "weak" : "strong", turned ? "strong" : "weak", winner, voter);
    }

    private static void votes(String source, String key, int prompts, int upset) {
        String file = IntStream.range(0, prompts).mapToObj(n -> battle(key, n, upset, key + n % 5))
                .collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat&source=" + source).then().statusCode(200);
    }

    @Test
    @Order(1)
    void agreement_isUnknownWithoutJudges() {
        ARENA.given().get("/api/leaderboard/agreement?category=judge").then().statusCode(404)
                .body("code", equalTo("no-agreement"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?category=overall", "?category=nothing" })
    @Order(1)
    void agreement_ofAnotherBoard_isRefused(String query) {
        ARENA.given().get("/api/leaderboard/agreement" + query).then().statusCode(400)
                .body(containsString("category"));
    }

    @Test
    @Order(2)
    void agreement_isMeasuredAtSharedPrompts() {
        votes("person", "people", PROMPTS, 5);
        votes("judge", "judges", 5, 4);
        awaitAgreement("prompts", 5);
        ARENA.given().get("/api/leaderboard/agreement?category=judge").then().body("basis", equalTo("NONE"))
                .body("pairs", equalTo(1)).body("kappa", equalTo(null)).body("needed", equalTo(10));
    }

    private static void awaitAgreement(String member, Object value) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> ARENA.given()
                .get("/api/leaderboard/agreement?category=judge").then().statusCode(200).body(member, equalTo(value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | Not enough is shared", "ja | 390 | 共通する比較が足りません" })
    @Order(3)
    void tooLittle_isShown(String language, int width, String text) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width,
                "/leaderboard?category=judge");
        assertThat(page.locator("#agreement")).containsText(text);
        Looks.check(page);
        page.context().close();
    }

    @Test
    @Order(4)
    void furtherJudgements_areTakenIn() {
        votes("judge", "judges", PROMPTS, 4);
        awaitAgreement("prompts", PROMPTS);
        // Upsets of people at 0, 5, … 35, of judges at 0, 4, … 36, ties at 0, 7, … 35: the others agree if both or neither upsets.
        int agreed = (int) IntStream.range(0, PROMPTS)
                .filter(n -> n % 7 == 0 || n % 5 == 0 == (n % 4 == 0)).count();
        ARENA.given().get("/api/leaderboard/agreement?category=judge").then().body("basis", equalTo("PROMPTS"))
                .body("agreed.toDouble()", closeTo(agreed / (double) PROMPTS, 1e-6))
                .body("kappa.value", lessThan(1f)).body("kappa.low", lessThan(0.6f));
        ARENA.given().get("/api/leaderboard?category=overall").then().body("votes", equalTo(PROMPTS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | 40 comparisons", "ja | 390 | 同じ2モデルを比べた40件" })
    @Order(5)
    void agreement_standsBesideTheJudgesBoard(String language, int width, String text) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width,
                "/leaderboard?category=judge");
        assertThat(page.locator("#agreement")).containsText(text);
        Looks.check(page);
        page.navigate(ARENA.uri().resolve("/leaderboard").toString());
        assertThat(page.locator("#agreement")).hasCount(0);
        page.context().close();
    }
}
