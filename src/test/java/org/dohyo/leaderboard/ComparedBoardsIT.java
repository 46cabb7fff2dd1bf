package org.dohyo.leaderboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

import io.restassured.response.Response;

/** Boards that are set beside the one of people's votes. */
@Beside
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComparedBoardsIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final List<String> MODELS = List.of("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta");

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

    /** Each of the models wins five of six results against each that follows, or one if that is upset. */
    private static void vote(String source, List<String> models, List<String> upset) {
        List<String> records = new ArrayList<>();
        for (String better : models) {
            for (String worse : models.subList(models.indexOf(better) + 1, models.size())) {
                for (int n = 0; n < 6; n++) {
                    boolean first = n < 5 != upset.contains(better + worse);
                    records.add(
                            """
                                    {"question_id":"%1$s-%2$s-%3$s-%4$d","model_a":"%2$s","model_b":"%3$s","winner":"%5$s","judge":"v%4$d","tstamp":1700000000}"""
                                    .formatted(source, better, worse, n, first ? "model_a" : "model_b"));
                }
            }
        }
        ARENA.admin().contentType("application/octet-stream")
                .body(String.join("\n", records).getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat&source=" + source).then().statusCode(200);
    }

    private static void awaitAgreement(int pairs) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> ARENA.given()
                .get("/api/leaderboard/agreement?category=judge").then().statusCode(200).body("pairs", equalTo(pairs)));
    }

    @Test
    @Order(2)
    void tooFewSharedPairs_haveNoMeasure() {
        vote("person", MODELS, List.of());
        vote("judge", MODELS.subList(0, 3), List.of());
        awaitAgreement(3);
        ARENA.given().get("/api/leaderboard/agreement?category=judge").then().body("agreed", equalTo(null))
                .body("kappa", equalTo(null)).body("needed", equalTo(10)).body("judgements", equalTo(18))
                .body("votes", equalTo(18));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "en | 1280 | From 10 on, agreement is shown.", "ja | 390 | 10組以上になると一致度を表示します" })
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
    void sharedPairs_areMeasured() {
        vote("judge", MODELS, List.of("DeltaEpsilon", "DeltaZeta", "EpsilonZeta"));
        awaitAgreement(15);
        ARENA.given().get("/api/leaderboard/agreement?category=judge").then().body("agreed", equalTo(0.8f))
                .body("alpha.value", lessThan(0.8f)).body("alpha.low", lessThan(0.8f));
        ARENA.given().get("/api/leaderboard?category=overall").then().body("votes", equalTo(90));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | 15 pairs of models", "ja | 390 | モデルのペアは15組です" })
    @Order(5)
    void agreement_standsBesideTheJudgesBoard(String language, int width, String text) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width,
                "/leaderboard?category=judge");
        assertThat(page.locator("#agreement")).containsText(text);
        assertThat(page.locator("#agreement td").last()).hasText("80%");
        Looks.check(page);
        page.navigate(ARENA.uri().resolve("/leaderboard").toString());
        assertThat(page.locator("#agreement")).hasCount(0);
        page.context().close();
    }

    private static String rating(String model, int rating) {
        return "\"%s\":{\"rating\":%d.5,\"rating_q975\":%d.0,\"rating_q025\":%d.0}".formatted(model, rating,
                rating + 9, rating - 8);
    }

    private static Response importYardstick(String content, Map<String, String> changed) {
        return importYardstick(content, changed, "en");
    }

    private static Response importYardstick(String content, Map<String, String> changed, String language) {
        Map<String, String> parameters = new HashMap<>(Map.of("name", "Other arena", "source",
                "https://example.org/board.json", "date", "2025-12-17", "license", "unknown", "licenseNote",
                "No licence is stated."));
        parameters.putAll(changed);
        return ARENA.admin().header("Accept-Language", language).contentType("application/octet-stream")
                .queryParams(parameters)
                .body(content.getBytes(StandardCharsets.UTF_8)).post("/api/admin/yardsticks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | No yardstick yet", "ja | 390 | 比較対象はまだありません" })
    @Order(6)
    void withoutAYardstick_thePageIsEmpty(String language, int width, String text) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width,
                "/leaderboard/yardstick");
        assertThat(page.locator(".empty-title")).hasText(text);
        Looks.check(page);
        page.context().close();
        ARENA.given().get("/api/leaderboard/yardstick").then().statusCode(404).body("code", equalTo("no-yardstick"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[] |  |  | must be an object of categories",
            "{ |  |  | isn't JSON",
            "{\"full\":{\"a\":{\"rating\":1}}}x |  |  | isn't JSON",
            "{\"full\":{}} | full |  | must be an object of models",
            "{\"full\":{\"a\":{\"score\":1}}} | full/a | rating | is missing",
            "{\"full\":{\"a\":{\"rating\":\"1\"}}} | full/a | rating | must be a number",
            "{\"full\":{\"a\":{\"rating\":1e9}}} | full/a | rating | must be a number",
            "{\"full\":{\"a\":{\"rating\":NaN}}} |  |  | isn't JSON",
            "{\"full\":{\"a\":{\"rating\":1,\"rating_q025\":2}}} | full/a | rating_q025 | is above",
            "{\"full\":{\"a\":{\"rating\":1,\"rating_q975\":0}}} | full/a | rating_q975 | is below",
            "{\"full\":{\"a\":{\"rating\":1},\"a\":{\"rating\":2}}} |  |  | names something twice",
            "{\"full\":{\" \":{\"rating\":1}}} | full/  |  | the name of the model" })
    @Order(6)
    void badFile_isRefusedByRecordAndReason(String content, String record, String field, String reason) {
        importYardstick(content, Map.of()).then().statusCode(422).body("code", equalTo("invalid-yardstick"))
                .body("errors[0].record.trim()", equalTo(record == null ? "" : record.strip()))
                .body("errors[0].field", equalTo(field == null ? "" : field))
                .body("errors[0].reason", containsString(reason));
        ARENA.admin().get("/api/admin/yardsticks").then().body("yardsticks", hasSize(0));
    }

    @Test
    @Order(6)
    void badFile_isRefusedInTheCallersLanguage() {
        importYardstick("[]", Map.of(), "ja").then().statusCode(422)
                .body("detail", equalTo("何も保存していません：カテゴリーのオブジェクトにしてください"))
                .body("errors[0].reason", equalTo("カテゴリーのオブジェクトにしてください"));
    }

    @ParameterizedTest
    @CsvSource({ "name, ''", "source, javascript:alert(1)", "source, example.org", "date, yesterday",
            "date, 2999-01-01",
            "license, ''" })
    @Order(6)
    void wrongParameter_isNamed(String name, String value) {
        importYardstick("{\"full\":{\"a\":{\"rating\":1}}}", Map.of(name, value)).then().statusCode(400)
                .body(containsString("\"" + name + "\""));
    }

    @Test
    @Order(6)
    void largeFile_isRefused() {
        importYardstick(" ".repeat((8 << 20) + 1), Map.of()).then().statusCode(413);
    }

    @Test
    @Order(7)
    void yardstick_isSetBesideTheBoard() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> ARENA.given().get("/api/leaderboard").then()
                .body("models.findAll { it.rank != null && it.low != null }", hasSize(MODELS.size())));
        String full = Stream
                .of(rating("alpha", 1400), rating("gamma", 1380), rating("BETA", 1360), rating("delta", 1340),
                        rating("epsilon-2025", 1320), rating("zeta", 1300), rating("unheard-of", 1500))
                .collect(Collectors.joining(","));
        importYardstick("{\"full\":{%s},\"japanese\":{%s}}".formatted(full, rating("alpha", 1200)), Map.of()).then()
                .statusCode(200).body("categories", equalTo(List.of("full", "japanese"))).body("models", equalTo(7))
                .body("replaced", equalTo(false));
        int id = ARENA.admin().get("/api/admin/yardsticks").path("yardsticks[0].id");
        ARENA.given().get("/api/leaderboard/yardstick").then().body("theirs", equalTo("full"))
                .body("models.slug", equalTo(List.of("alpha", "beta", "gamma", "delta", "zeta")))
                .body("models.theirRank", equalTo(List.of(1, 3, 2, 4, 5)))
                .body("models.rank", equalTo(List.of(1, 2, 3, 4, 5)))
                .body("models[0].theirRating", equalTo(1400.5f)).body("models[0].theirHigh", equalTo(1409f))
                .body("unmatchedOwn", equalTo(1)).body("unmatchedTheirs", equalTo(2))
                .body("tau.value", equalTo(0.8f));
        mean(id, "epsilon-2025", "epsilon").then().statusCode(204);
        mean(id, "zeta", "").then().statusCode(204);
        ARENA.given().get("/api/leaderboard/yardstick").then()
                .body("models.slug", equalTo(List.of("alpha", "beta", "gamma", "delta", "epsilon")));
        mean(id, "zeta", null).then().statusCode(204);
        ARENA.given().get("/api/leaderboard/yardstick").then().body("models", hasSize(6));
        mean(id, "nobody", "alpha").then().statusCode(400).body(containsString("name"));
        mean(id, "zeta", "nobody").then().statusCode(400).body(containsString("slug"));
        ARENA.given().get("/api/leaderboard/yardstick?theirs=japanese").then().body("models", hasSize(1))
                .body("tau", equalTo(null));
        ARENA.given().get("/api/leaderboard").then().body("models.slug", not(hasItem("unheard-of")));
    }

    private static Response mean(int id, String name, String slug) {
        Map<String, String> body = new HashMap<>(Map.of("name", name));
        if (slug != null) {
            body.put("slug", slug);
        }
        return ARENA.admin().body(body).put("/api/admin/yardsticks/" + id + "/models");
    }

    @ParameterizedTest
    @ValueSource(strings = { "yardstick=99", "category=nothing", "theirs=nothing", "yardstick=x" })
    @Order(8)
    void wrongChoice_isRefused(String query) {
        ARENA.given().get("/api/leaderboard/yardstick?" + query).then().statusCode(oneOf(400, 404));
        ARENA.given().get("/leaderboard/yardstick?" + query).then().statusCode(oneOf(400, 404));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | Data from elsewhere: Other arena, as of 2025-12-17. | 0.87",
            "ja | 390 | 外部のデータです：Other arena（2025-12-17 時点）。 | 0.87" })
    @Order(8)
    void page_saysThatTheDataIsForeign(String language, int width, String foreign, String tau) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width,
                "/leaderboard/yardstick");
        assertThat(page.locator("#foreign strong")).hasText(foreign);
        assertThat(page.locator("#foreign")).containsText("No licence is stated.");
        assertThat(page.locator("#tau")).containsText(tau);
        assertThat(page.locator("table.values tbody tr")).hasCount(6);
        assertThat(page.locator("#scatter svg circle:visible")).hasCount(6);
        Looks.check(page);
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, is missing", "ja, 390, 値がありません" })
    @Order(9)
    void desk_importsAndDeletes(String language, int width, String reason) throws IOException {
        Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/desk/yardsticks");
        page.locator("summary").first().click();
        Looks.check(page);
        page.locator("#yardstick-name").fill("Made at the desk " + language);
        page.locator("#yardstick-source").fill("https://example.org/");
        page.locator("#yardstick-date").fill("2026-01-31");
        page.locator("#yardstick-license").fill("CC0-1.0");
        Path file = Files.createTempFile("yardstick", ".json");
        page.locator("#yardstick-file").setInputFiles(Files.writeString(file, "{\"full\":{\"alpha\":{}}}"));
        page.locator("#yardstick-import button").click();
        assertThat(page.locator("#yardstick-import .report")).containsText("full/alpha rating " + reason);
        page.locator("#yardstick-file")
                .setInputFiles(Files.writeString(file, "{\"full\":{" + rating("alpha", 9) + "}}"));
        page.locator("#yardstick-import button").click();
        assertThat(page.locator(".cards > li")).hasCount(2);
        page.onDialog(dialog -> dialog.accept());
        page.locator(".cards > li").first().locator("form.plain button").click();
        assertThat(page.locator(".cards > li")).hasCount(1);
        page.context().close();
        Files.delete(file);
    }
}
