package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dohyo.cli.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The boards of a project and its comparisons: right figures for members, nothing for anyone else. */
@Beside
class ProjectBoardIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final ProjectCalls CALLS = new ProjectCalls(ARENA::given, ARENA::admin);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static RequestSpecification account(String name) {
        ARENA.reader(name);
        return ARENA.as(name);
    }

    private static void boardHas(String slug, int judgements) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ARENA.admin().get("/api/projects/" + slug + "/board")
                .then().statusCode(200).extract().as(JsonNode.class).path("judgements").intValue())
                .isEqualTo(judgements));
    }

    /** The models in the order of their names are better and better. */
    private static String later(String a, String b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @Test
    void board_ranksTheModels_byEachCriterion() {
        CALLS.create("ranked", 8, 2, "rank-a", "rank-b", "rank-c");
        ARENA.admin().get("/api/projects/ranked/board").then().statusCode(200).body("judgements", equalTo(0))
                .body("computedAt", nullValue()).body("models.model", equalTo(List.of("rank-a", "rank-b", "rank-c")))
                .body("models.support", everyItem(equalTo("none")));
        for (int annotator = 0; annotator < 2; annotator++) {
            int[] turn = { 0 };
            CALLS.judges("ranked", CALLS.joins("ranked"), 24,
                    (a, b) -> turn[0]++ % 5 == 0 ? a.equals(later(a, b)) ? b : a : later(a, b));
        }
        boardHas("ranked", 48);
        ARENA.admin().get("/api/projects/ranked/board").then().body("annotators", equalTo(2))
                .body("models.model", equalTo(List.of("rank-c", "rank-b", "rank-a")))
                .body("models.rank", equalTo(List.of(1, 2, 3))).body("models.judgements", everyItem(equalTo(32)))
                .body("models[0].low", lessThan(ARENA.admin().get("/api/projects/ranked/board").<Float> path(
                        "models[0].rating")))
                .body("models.support", everyItem(equalTo("preliminary")));
        ARENA.admin().get("/api/projects/ranked/board?criterion=tone").then().body("judgements", equalTo(48))
                .body("scale", equalTo("five-point"));
        ARENA.admin().get("/api/projects/ranked/board?criterion=nothing").then().statusCode(400)
                .body("violations.field", hasItem("criterion"));
        ARENA.given().get("/api/leaderboard").then().body(not(containsString("rank-a")));
        ARENA.given().get("/api/log/entries").then().body(not(containsString("rank-a")));
    }

    @Test
    void comparison_decides_andTheCommandSaysSo() {
        CALLS.create("compared", 24, 1, "v1", "v2", "v3");
        CALLS.judges("compared", CALLS.joins("compared"), 72, (a, b) -> a.equals("v3") || b.equals("v3")
                ? "tie"
                : "v2");
        boardHas("compared", 72);
        compare("v1", "v2").body("decision", equalTo("better")).body("judgements", equalTo(24))
                .body("estimate", equalTo(1.0f)).body("low", greaterThan(0.3f)).body("evidenceBetter", greaterThan(40f))
                .body("decidedAfter", lessThan(20)).body("stillNeeded", nullValue());
        compare("v2", "v1").body("decision", equalTo("worse")).body("high", lessThan(-0.3f));
        compare("v1", "v3").body("decision", equalTo("not-yet")).body("estimate", equalTo(0.0f));
        ARENA.admin().get("/api/projects/compared/compare?a=v1&b=v3&margin=0.9").then()
                .body("decision", equalTo("equivalent"));

        String token = ARENA.admin().body(Map.of("name", "ci", "scopes", List.of("projects:read")))
                .post("/api/admin/tokens").then().statusCode(201).extract().path("token");
        String url = ARENA.uri().toString();
        assertThat(Commands.run("compare", url, "compared", "v1", "v2", "--token", token)).isZero();
        assertThat(Commands.run("compare", url, "compared", "v2", "v1", "--token", token, "--json")).isEqualTo(1);
        assertThat(Commands.run("compare", url, "compared", "v1", "v3", "--token", token)).isEqualTo(2);
        assertThat(Commands.run("compare", url, "compared", "v1", "v3", "--token", token, "--margin", "0.9"))
                .isEqualTo(1);
        assertThat(Commands.run("compare", url, "compared", "v1", "v9", "--token", token)).isEqualTo(3);
        assertThat(Commands.run("compare", url, "unknown", "v1", "v2", "--token", token)).isEqualTo(3);
        assertThat(Commands.run("compare", url, "compared", "v1", "v2", "--token", "dohyo_wrong")).isEqualTo(3);
        assertThat(Commands.run("compare", url, "compared", "v1")).isEqualTo(3);
        String other = ARENA.admin().body(Map.of("name", "other", "scopes", List.of("models:read")))
                .post("/api/admin/tokens").then().statusCode(201).extract().path("token");
        ARENA.given().header("Authorization", "Bearer " + other).get("/api/projects/compared/compare?a=v1&b=v2").then()
                .statusCode(403);
    }

    @Test
    void log_isVerifiedByTheCommand_alsoFromACopy_andWhatIsChangedIsFound(@TempDir Path folder) throws Exception {
        CALLS.create("verified", 6, 1, "w1", "w2");
        String judgement = CALLS.judges("verified", CALLS.joins("verified"), 6, (a, b) -> "w1");
        boardHas("verified", 6);
        ARENA.admin().body(Map.of("prompt", "p0", "modelA", "w1", "modelB", "w2", "gold", "A"))
                .put("/api/admin/projects/verified/gold").then().statusCode(204);
        boardHas("verified", 5);
        ARENA.admin().get("/api/admin/projects/verified/log/counting").then().statusCode(200)
                .body("criteria", equalTo(List.of("overall", "tone"))).body("known", hasSize(1))
                .body("settled", equalTo(true));
        Path receipt = folder.resolve("judgement.tlog-proof");
        Files.writeString(receipt, ARENA.admin().get("/api/admin/projects/verified/log/receipts/" + judgement).then()
                .statusCode(200).extract().asString());
        String token = ARENA.admin().body(Map.of("name", "verifier", "scopes", List.of("projects:read")))
                .post("/api/admin/tokens").then().statusCode(201).extract().path("token");
        String url = ARENA.uri().toString();
        String copy = folder.resolve("copy").toString();
        String seen = folder.resolve("seen.json").toString();
        assertThat(Commands.run("verify", url, "--project", "verified", "--token", token, "--save", copy, "--receipt",
                receipt.toString(), "--state", seen)).isZero();
        assertThat(Commands.run("verify", url, "--project", "no-such", "--token", token, "--state", seen)).isEqualTo(3);
        assertThat(Commands.run("verify", url, "--project", "verified", "--token", "dohyo_x", "--state", seen))
                .isEqualTo(3);
        assertThat(Commands.run("verify", url, "--project", "../verified", "--token", token, "--state", seen))
                .isEqualTo(3);
        assertThat(Commands.run("verify", copy, "--project", "verified", "--state", seen)).isZero();
        Path counting = folder.resolve("copy/api/admin/projects/verified/log/counting");
        Path board = folder.resolve("copy/api/projects/verified/board?criterion=tone");
        for (Path file : List.of(counting, board)) {
            String right = Files.readString(file);
            Files.writeString(file, file.equals(board) ? right.replaceFirst("\"rating\":\\d", "\"rating\":7")
                    : right.replaceFirst("\"known\":\\[[^]]*]", "\"known\":[]"));
            assertThat(Files.readString(file)).isNotEqualTo(right);
            assertThat(Commands.run("verify", copy, "--project", "verified", "--state", seen)).isEqualTo(1);
            assertThat(Commands.run("verify", copy, "--project", "verified", "--state", seen, "--log-only")).isZero();
            Files.writeString(file, right);
        }
        Path entries;
        try (Stream<Path> files = Files.walk(folder.resolve("copy"))) {
            entries = files.filter(file -> file.toString().contains("entries") && Files.isRegularFile(file)).findFirst()
                    .orElseThrow();
        }
        byte[] changed = Files.readAllBytes(entries);
        changed[40] ^= 1;
        Files.write(entries, changed);
        assertThat(Commands.run("verify", copy, "--project", "verified", "--state", seen)).isEqualTo(1);
    }

    private static ValidatableResponse compare(String a, String b) {
        return ARENA.admin().get("/api/projects/compared/compare?a=" + a + "&b=" + b).then().statusCode(200)
                .body("logSize", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "a=x1, b", "b=x2, a", "a=x1&b=x9, b", "a=x1&b=x1, b", "a=x1&b=x2&criterion=no, criterion",
            "a=x1&b=x2&margin=0, margin", "a=x1&b=x2&margin=2, margin", "a=x1&b=x2&margin=much, margin" })
    void badComparison_isRefusedByName(String wrong) {
        if (ARENA.admin().get("/api/admin/projects/refused").statusCode() == 404) {
            CALLS.create("refused", 1, 1, "x1", "x2");
        }
        String[] parts = wrong.split(", ");
        ARENA.admin().get("/api/projects/refused/compare?" + parts[0]).then().statusCode(400).body("violations.field",
                hasItem(parts[1]));
    }

    @Test
    void lines_areReplacedWhole_orRefused() {
        CALLS.create("lined", 1, 1, "c1", "c2", "d1");
        String lines = "/api/admin/projects/lined/lines";
        for (int again = 0; again < 2; again++) {
            ARENA.admin().body("{\"lines\":[{\"name\":\"base\",\"models\":[\"c2\",\"c1\"]}]}").put(lines).then()
                    .statusCode(200).body("lines.models", equalTo(List.of(List.of("c2", "c1"))));
        }
        ARENA.admin().body("{\"lines\":[{\"name\":\"base\",\"models\":[\"c1\",\"c2\"]}]}").put(lines).then()
                .statusCode(200);
        for (String wrong : List.of("[{\"name\":\"x\",\"models\":[\"c1\",\"c9\"]}]",
                "[{\"name\":\"x\",\"models\":[\"c1\",\"c1\"]}]",
                "[{\"name\":\"x\",\"models\":[\"c1\"]},{\"name\":\"x\",\"models\":[\"c2\"]}]",
                "[{\"name\":\"\",\"models\":[\"c1\"]}]", "[{\"name\":\"x\",\"models\":[]}]", "[null]", "3")) {
            ARENA.admin().body("{\"lines\":" + wrong + "}").put(lines).then().statusCode(400);
        }
        ARENA.admin().body(Map.of("name", "more", "models", List.of("d1", "c1"))).post(lines).then().statusCode(400)
                .body("violations.field", hasItem("models.1"));
        ARENA.admin().body(Map.of("name", "more", "models", List.of("d1"))).post(lines).then().statusCode(200)
                .body("lines.name", equalTo(List.of("base", "more")));
        ARENA.admin().body(Map.of("name", "more", "models", List.of())).post(lines).then().statusCode(200);
        ARENA.admin().get(lines).then().body("lines.name", equalTo(List.of("base"))).body("lines.models",
                equalTo(List.of(List.of("c1", "c2"))));
    }

    @Test
    void strangers_getNotFound_andAnnotatorsWhatTheOwnerAllows() {
        CALLS.create("members-only", 2, 1, "p1", "p2");
        String annotator = CALLS.joins("members-only");
        CALLS.judges("members-only", annotator, 2, (a, b) -> "tie");
        RequestSpecification stranger = account("board-stranger");
        RequestSpecification viewer = account("board-viewer");
        ARENA.admin().body(Map.of("account", "board-viewer", "role", "viewer"))
                .put("/api/admin/projects/members-only/members").then().statusCode(204);
        boardHas("members-only", 2);
        List<String> calls = List.of("/api/projects/members-only/board",
                "/api/projects/members-only/compare?a=p1&b=p2");
        for (String call : calls) {
            ARENA.given().get(call).then().statusCode(404).body("code", equalTo("unknown-project"));
            stranger.get(call).then().statusCode(404);
            viewer.get(call).then().statusCode(200);
            CALLS.as(annotator).get(call).then().statusCode(404);
            ARENA.given().auth().preemptive().basic("board-viewer", "wrong").get(call).then().statusCode(404);
        }
        ARENA.given().get("/projects/members-only/board").then().statusCode(404);
        CALLS.as(annotator).get("/projects/members-only/board").then().statusCode(404);
        viewer.contentType("application/json").body(Map.of("annotators", true))
                .patch("/api/admin/projects/members-only/board").then().statusCode(404);
        ARENA.admin().body(Map.of("annotators", "perhaps")).patch("/api/admin/projects/members-only/board").then()
                .statusCode(400);
        ARENA.admin().body(Map.of("annotators", true)).patch("/api/admin/projects/members-only/board").then()
                .statusCode(200).body("annotators", equalTo(true));
        calls.forEach(call -> CALLS.as(annotator).get(call).then().statusCode(200));
        CALLS.as(annotator).get("/projects/members-only/board").then().statusCode(200);
        ARENA.given().get("/projects/members-only/board").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void page_showsBoardComparisonAndCheckpoints(String language, int width) {
        String slug = "board-" + language;
        CALLS.create(slug, 4, 1, "rinna-1", "rinna-2", "rinna-3");
        Page empty = signedIn(language, width, slug);
        assertThat(empty.locator("#no-judgements")).isVisible();
        Looks.check(empty);
        empty.locator("#line-name").fill("rinna");
        empty.locator("#line-models").fill("rinna-1\nrinna-2\nrinna-3");
        empty.locator("form[data-to$='/lines'] button").click();
        assertThat(empty.locator("ul a[href*='rinna-3']")).isVisible();
        CALLS.judges(slug, CALLS.joins(slug), 12, ProjectBoardIT::later);
        boardHas(slug, 12);
        Page page = signedIn(language, width, slug);
        assertThat(page.locator("table.values tbody th").first()).containsText("rinna-3");
        Looks.check(page);
        page.locator("ul a[href*='rinna-3']").click();
        assertThat(page.locator("#compared .leader")).containsText("rinna-3");
        assertThat(page.locator("#model-b")).hasValue("rinna-3");
        Looks.check(page);
    }

    private static Page signedIn(String language, int width, String slug) {
        String path = "/projects/" + slug + "/board";
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, path);
        String session = ARENA.given().contentType("application/json")
                .body(Map.of("name", "admin", "password", PackagedArena.ADMIN_PASSWORD)).post("/api/session").then()
                .statusCode(204).extract().cookie("dohyo_session");
        page.context().addCookies(List.of(new Cookie("dohyo_session", session)
                .setUrl(ARENA.uri().toString())));
        page.navigate(ARENA.uri() + path);
        return page;
    }
}
