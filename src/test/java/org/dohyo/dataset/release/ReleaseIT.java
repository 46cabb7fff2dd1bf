package org.dohyo.dataset.release;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.dohyo.Beside;
import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Duel;
import org.dohyo.Looks;
import org.dohyo.PackagedArena;
import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.file.VoteFile;
import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.support.Hashes;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A release from the terms that allow it to its tombstone. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int IMPORTED = 300;

    private Duel.Fight erasedLater;
    private int first;

    private static Duel.Fight vote(Duel duel, String prompt) {
        Duel.Fight fight = duel.open(prompt);
        fight.awaitState("READY");
        fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
        return fight;
    }

    private static int draft() {
        Response made = ARENA.admin().body(Map.of("title", "Autumn", "license", "CC_BY_4_0"))
                .post("/api/admin/releases");
        made.then().statusCode(201).body("page", startsWith("/desk/releases/"));
        return made.path("id");
    }

    private static void awaitState(int release, String state) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(ARENA.admin().get(path(release, "")).as(JsonNode.class).path("state").textValue())
                        .isEqualTo(state));
    }

    private static void inDatabase(String sql) throws SQLException {
        try (Connection connection = ARENA.database(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Votes that are in no release, so that the log is longer than what is searched at once. */
    private static void importVotes() {
        String file = IntStream.range(0, IMPORTED).mapToObj(
                """
                        {"question_id":"old-%d","model_a":"old-a","model_b":"old-b","winner":"tie","tstamp":1700000000}"""::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        awaitVotes(IMPORTED);
    }

    private static void awaitVotes(int votes) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(ARENA.json("/api/leaderboard").path("votes").intValue()).isEqualTo(votes));
    }

    private static String path(int release, String more) {
        return "/api/admin/releases/" + release + more;
    }

    private static String data(int release) throws IOException {
        byte[] file = ARENA.given().get("/data/" + release + "/votes.jsonl.gz").then().statusCode(200).extract()
                .asByteArray();
        try (GZIPInputStream lines = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Comparison> votes(byte[] file) throws IOException {
        List<Comparison> votes = new ArrayList<>();
        VoteFile.read(new ByteArrayInputStream(file),
                new Reading(AllFormats.beans(), null, null, false, Instant.now()), (record, vote) -> votes.add(vote));
        return votes;
    }

    private static Page desk(String language, int width, String path) {
        return Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, width, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | Nothing has been released yet.", "ja | 390 | 公開版はまだありません。" })
    @Order(1)
    void publicPage_withoutReleases(String language, int width, String empty) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/data");
        assertThat(page.locator(".empty-title")).hasText(empty);
        Looks.check(page);
    }

    @Test
    @Order(2)
    void draft_ofWhatTermsAndVotersAllow_failsWithAReason() throws SQLException {
        importVotes();
        try (Duel duel = ARENA.duel("Kettle", "Teapot")) {
            duel.first.otherwise(Duel.answer("Call +49 30 1234567."));
            duel.second.otherwise(Duel.answer("No."));
            vote(duel, "Under the first terms");
            ARENA.admin().body(Map.of("texts", Map.of("en", "Published.", "ja", "公開します。"), "allowsPublication", true))
                    .post("/api/admin/terms").then().statusCode(201);
            ARENA.given().get("/api/terms").then().body("allowsPublication", equalTo(true));
            vote(duel, "Mail me at jane@example.org");
            vote(duel, "電話番号は０９０－１２３４－５６７８です");
            erasedLater = vote(duel, "Nothing to see");
            Duel.Fight withheld = vote(duel, "Not for the public");
            withheld.call().body(Map.of("allowed", false)).put("/api/me/battles/" + withheld.id() + "/publication")
                    .then().statusCode(204);
            withheld.call().get("/api/me/battles").then().body("battles[0].withheld", equalTo(true));
            ARENA.given().contentType("application/json").body(Map.of("allowed", false))
                    .put("/api/me/battles/" + withheld.id() + "/publication").then().statusCode(404);
        }
        awaitVotes(IMPORTED + 5);
        inDatabase("""
                create function out_of_paper() returns trigger language plpgsql as
                $$ begin raise exception 'out of paper'; end $$;
                create trigger out_of_paper before insert on release_finding
                    for each row execute function out_of_paper()""");
        first = draft();
        awaitState(first, "FAILED");
        ARENA.admin().get(path(first, "")).then().body("failure", containsString("out of paper"))
                .body("searched", equalTo(Releases.STRETCH)).body("logSize", greaterThan(IMPORTED));
        ARENA.admin().post(path(first, "/publish")).then().statusCode(409).body("code", equalTo("still-preparing"));
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, Go on with the search", "ja, 390, 検出を再開" })
    @Order(3)
    void failedSearch_isShown(String language, int width, String retry) {
        Page page = desk(language, width, "/desk/releases/" + first);
        assertThat(page.locator(".notice")).containsText("out of paper");
        assertThat(page.locator("#retry-release button")).hasText(retry);
        Looks.check(page);
        page.context().close();
    }

    @Test
    @Order(4)
    void search_goesOnWhereItEnded() throws SQLException {
        inDatabase("drop function out_of_paper cascade");
        Page page = desk("en", 1280, "/desk/releases/" + first);
        page.locator("#retry-release button").click();
        assertThat(page.locator("#publish-release")).isVisible(new LocatorAssertions.IsVisibleOptions()
                .setTimeout(30_000));
        page.context().close();
        ARENA.admin().post(path(first, "/retry")).then().statusCode(409).body("code", equalTo("not-failed"))
                .body("detail", equalTo("The search of this draft did not fail."));
        ARENA.admin().header("Accept-Language", "ja").post(path(first, "/retry")).then().statusCode(409)
                .body("code", equalTo("not-failed")).body("detail", equalTo("この下書きの検出は失敗していません。"));
        ARENA.admin().get("/api/admin/releases").then().body("releases[0].state", equalTo("DRAFT"))
                .body("releases[0].battles", equalTo(3)).body("releases[0].scheduled", equalTo(false));
        ARENA.admin().get(path(first, "/findings")).then().body("findings.found.unique()", hasSize(3))
                .body("findings.findAll { it.place == 'PROMPT' }.kind", equalTo(List.of("email", "phone")));
        ARENA.given().get("/api/releases").then().body("releases", hasSize(0));
        ARENA.given().get("/data/" + first + "/README.md").then().statusCode(404)
                .body("code", equalTo("no-such-release"));
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    @Order(5)
    void review_keepsOrRedacts(String language, int width) {
        Page page = desk(language, width, "/desk/releases/" + first);
        Looks.check(page);
        assertThat(page.locator("mark").first()).hasText("jane@example.org");
        page.locator(".cards button").first().click();
        assertThat(page.locator(".cards .tag").first()).hasText(language.equals("en") ? "is kept" : "伏せます");
        page.context().close();
    }

    @Test
    @Order(6)
    void published_isRedacted_describedAndUnchanging() throws IOException {
        int kept = ARENA.admin().get(path(first, "/findings")).path("findings[0].id");
        ARENA.admin().body(Map.of("kept", true)).put(path(first, "/findings/" + kept)).then().statusCode(204);
        ARENA.admin().post(path(first, "/publish")).then().statusCode(204);
        ARENA.admin().post(path(first, "/publish")).then().statusCode(409).body("code", equalTo("not-a-draft"));
        ARENA.admin().body(Map.of("kept", false)).put(path(first, "/findings/" + kept)).then().statusCode(409);

        String data = data(first);
        assertThat(data.lines()).hasSize(3);
        assertThat(data).contains("Mail me at jane@example.org", "電話番号は[REDACTED:phone]です", "Call [REDACTED:phone].")
                .doesNotContain("first terms", "Not for the public");
        JsonPath listed = ARENA.given().get("/api/releases").jsonPath();
        assertThat(listed.getInt("releases[0].records")).isEqualTo(3);
        assertThat(listed.getString("releases[0].checkpoint")).startsWith(
                ARENA.given().get("/log/checkpoint").asString().lines().findFirst().orElseThrow());
        for (Map<String, Object> file : listed.<Map<String, Object>> getList("releases[0].files")) {
            Response content = ARENA.given().get((String) file.get("address"));
            assertThat(HexFormat.of().formatHex(Hashes.sha256(content.asByteArray()))).isEqualTo(file.get("sha256"));
            assertThat(content.asByteArray()).hasSize((int) file.get("size"));
            ARENA.given().header("If-None-Match", content.header("ETag")).get((String) file.get("address")).then()
                    .statusCode(304);
        }
        ARENA.given().get("/data/" + first + "/croissant.json").then()
                .body("conformsTo", equalTo("http://mlcommons.org/croissant/1.0"))
                .body("distribution[0].contentUrl", containsString("/data/" + first + "/votes.jsonl.gz"))
                .body("distribution[1].contentUrl", containsString("/data/" + first + "/votes-00000.parquet"));
        ARENA.given().get("/data/" + first + "/SHA256SUMS").then().body(containsString("  votes-00000.parquet\n"));
        byte[] part = ARENA.given().get("/data/" + first + "/votes-00000.parquet").asByteArray();
        assertThat(votes(part)).isEqualTo(votes(data.getBytes(StandardCharsets.UTF_8))).hasSize(3);
        assertThat(new String(part, StandardCharsets.ISO_8859_1)).doesNotContain("Not for the public");
        ARENA.given().get("/data/" + first + "/README.md").then()
                .body(containsString("[CC-BY-4.0](https://creativecommons.org/licenses/by/4.0/)"));
        ARENA.given().get("/data/" + first + "/other").then().statusCode(404).body("code", equalTo("no-such-file"));
        ARENA.given().get("/data/" + first + "/board.json").then().body("release", equalTo(first))
                .body("checkpoint", equalTo(listed.getString("releases[0].checkpoint")))
                .body("publishedAt", equalTo(listed.getString("releases[0].publishedAt")))
                .body("board.votes", equalTo(3)).body("board.weights", equalTo("voters"))
                .body("board.models.name", containsInAnyOrder("Kettle", "Teapot"))
                .body("board.models.votes", everyItem(equalTo(3)));
        erasedLater.call().get("/api/me/export").then()
                .body("battles[0].releases", equalTo(List.of(first)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "en | 1280 | The board of Autumn | 3 votes", "ja | 390 | 「Autumn」のリーダーボード | 投票 3 件" })
    @Order(7)
    void board_isOnAPageOfItsOwn(String language, int width, String title, String votes) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/data");
        page.locator("a[href$='/data/" + first + "/board']").click();
        assertThat(page.locator("h1")).containsText(title);
        assertThat(page.locator("h1 ~ .facts")).containsText(votes);
        assertThat(page.locator("table.values tbody tr")).hasCount(2);
        Looks.check(page);
        page.context().close();
    }

    @Test
    @Order(8)
    void erasure_withdrawsTheRelease_whichIsIssuedAnewWithTheSameDecisions() throws IOException {
        erasedLater.call().delete("/api/me/battles/" + erasedLater.id()).then().statusCode(204);
        ARENA.given().get("/data/" + first + "/votes.jsonl.gz").then().statusCode(410)
                .body("code", equalTo("release-withdrawn"));
        ARENA.given().get("/data/" + first + "/board.json").then().statusCode(410)
                .body("detail", startsWith("This release was withdrawn: "));
        ARENA.given().header("Accept-Language", "ja").get("/data/" + first + "/board.json").then().statusCode(410)
                .body("detail", equalTo("この公開版は取り下げられました：収録した文章が消去されたため。"));
        ARENA.given().get("/data/" + first + "/board").then().statusCode(200)
                .body(containsString("class=\"tombstone\""), not(containsString("<table")));
        ARENA.given().get("/data/987654/board").then().statusCode(404);
        ARENA.given().get("/api/releases").then().body("releases[0].files", hasSize(0))
                .body("releases[0].withdrawnReason", containsString("erased"));
        ARENA.given().header("Accept-Language", "ja").get("/data").then()
                .body(containsString("収録した文章が消去されたため。"), not(containsString("erased")));
        ARENA.admin().header("Accept-Language", "ja").get("/desk/releases").then()
                .body(containsString("収録した文章が消去されたため。"), not(containsString("erased")));
        ARENA.admin().header("Accept-Language", "ja").get(path(first, "")).then()
                .body("withdrawnReason", equalTo("収録した文章が消去されたため。"));

        int second = ARENA.admin().post(path(first, "/anew")).then().statusCode(201)
                .header("Location", containsString("/api/admin/releases/")).extract().path("id");
        ARENA.admin().post(path(first, "/anew")).then().statusCode(409).body("code", equalTo("already-drafted"))
                .body("detail", containsString("Draft " + second));
        awaitState(second, "DRAFT");
        ARENA.admin().post(path(second, "/publish")).then().statusCode(204);
        assertThat(data(second).lines()).hasSize(2);
        assertThat(data(second)).contains("jane@example.org").doesNotContain("Nothing to see");
        ARENA.given().get("/api/releases").then().body("releases[1].replacedBy", equalTo(second));
        ARENA.admin().body(Map.of("reason", "By hand")).post(path(second, "/withdraw")).then().statusCode(204);
        ARENA.admin().delete(path(second, "")).then().statusCode(409);
        int third = ARENA.admin().post(path(first, "/anew")).then().statusCode(201).extract().path("id");
        ARENA.admin().delete(path(third, "")).then().statusCode(204);
        ARENA.admin().get("/api/admin/audit").then()
                .body("entries.findAll { it.subject == 'release:" + second + "' }.action",
                        equalTo(List.of("withdraw", "publish", "draft")));
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    @Order(9)
    void pages_showTombstonesAndReleases(String language, int width) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/data");
        assertThat(page.locator(".tombstone")).hasCount(2);
        Looks.check(page);
        page.context().close();
        Page desk = desk(language, width, "/desk/releases");
        Looks.check(desk);
        desk.locator("summary").first().click();
        desk.locator("#release-title").fill("Made at the desk");
        desk.locator("#draft-release button").click();
        assertThat(desk.locator("h1")).hasText("Made at the desk");
        desk.context().close();
    }

    @Test
    @Order(10)
    void schedule_makesADraftAndNoFurtherOneBeforeItsReview() throws SQLException {
        ARENA.admin().get("/api/admin/releases/schedule").then().body("cadence", equalTo("OFF"));
        ARENA.admin().body(Map.of("cadence", "MONTHLY", "title", "Monthly", "license", "CC0_1_0", "sinceLast", true))
                .put("/api/admin/releases/schedule").then().statusCode(200)
                .body("nextAt", endsWith("-01T00:00:00Z")).body("changedBy", equalTo("admin"));
        inDatabase("update release_schedule set next_at = now()");
        int made = awaitScheduled(1);
        awaitState(made, "DRAFT");
        ARENA.admin().get(path(made, "")).then().body("title", startsWith("Monthly 20"))
                .body("to", endsWith("-01T00:00:00Z"))
                .body("from", nullValue());
        ARENA.given().get("/api/releases").then().body("releases.title", not(hasItem(startsWith("Monthly"))));
        String next = ARENA.admin().get("/api/admin/releases/schedule").path("nextAt");
        inDatabase("update release_schedule set next_at = now()");
        ARENA.admin().body(Map.of("title", "By hand", "license", "CC0_1_0")).post("/api/admin/releases").then()
                .statusCode(201);
        // The pass that prepares the draft made by hand has looked at the schedule.
        awaitState(ARENA.admin().get("/api/admin/releases").path("releases[0].id"), "DRAFT");
        awaitScheduled(1);
        ARENA.admin().delete(path(made, "")).then().statusCode(204);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> ARENA.admin().get("/api/admin/releases/schedule").then().body("nextAt", equalTo(next)));
        awaitScheduled(1);
        ARENA.admin().get("/api/admin/audit").then().body("entries.find { it.subject == 'release-schedule' }.action",
                equalTo("change"));
    }

    /** Returns the newest of them. */
    private static int awaitScheduled(int drafts) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ARENA.admin().get("/api/admin/releases").then()
                .body("releases.findAll { it.scheduled }", hasSize(drafts)));
        return ARENA.admin().get("/api/admin/releases").path("releases.find { it.scheduled }.id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en | 1280 | Scheduled drafts of data releases to review: 1",
            "ja | 390 | 確認待ちの公開版の下書き（定期作成）：1 件" })
    @Order(11)
    void desk_tellsOfScheduledDrafts(String language, int width, String notice) {
        Page page = desk(language, width, "/desk");
        assertThat(page.locator("#drafts")).hasText(notice);
        page.locator("#drafts a").click();
        page.locator("summary").nth(1).click();
        assertThat(page.locator("#schedule-cadence")).hasValue("MONTHLY");
        Looks.check(page);
        page.locator("#schedule-cadence").selectOption("WEEKLY");
        page.locator("#release-schedule input[type=checkbox]").uncheck();
        page.locator("#release-schedule button").click();
        assertThat(page.locator("#schedule-saved")).not().isEmpty();
        assertThat(page.locator("#schedule-cadence")).hasValue("WEEKLY");
        ARENA.admin().get("/api/admin/releases/schedule").then().body("sinceLast", equalTo(false));
        page.context().close();
        ARENA.admin().body(Map.of("cadence", "MONTHLY", "title", "Monthly", "license", "CC0_1_0", "sinceLast", true))
                .put("/api/admin/releases/schedule").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "cadence, HOURLY", "title, ''", "license, XYZ", "category, nothing", "language, Klingon" })
    @Order(11)
    void wrongFieldOfTheSchedule_isNamed(String field, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("cadence", "OFF", "title", "x", "license", "CC0_1_0"));
        body.put(field, value);
        ARENA.admin().body(body).put("/api/admin/releases/schedule").then().statusCode(400)
                .body(containsString(field), not(containsString("query")));
    }

    @ParameterizedTest
    @CsvSource({ "/api/admin/releases, title", "/api/admin/releases/schedule, title",
            "/api/admin/releases/987654/withdraw, reason" })
    @Order(11)
    void publicLine_steersNothing(String path, String field) {
        for (String escape : List.of("\\u0001", "\\u202e", "\\n# head", "\\ud800")) {
            String body = "{\"" + field + "\":\"x" + escape + "y\"" + (field.equals("reason") ? "}"
                    : ",\"license\":\"CC0_1_0\"" + (path.endsWith("schedule") ? ",\"cadence\":\"OFF\"}" : "}"));
            ARENA.admin().body(body).request(path.endsWith("schedule") ? "PUT" : "POST", path).then().statusCode(400)
                    .body("violations.field", equalTo(List.of(field)))
                    .body("violations[0].message",
                            equalTo("must be one line without control characters, direction marks "
                                    + "and lone surrogates"));
        }
    }

    @ParameterizedTest
    @CsvSource({ "title, ''", "license, XYZ", "category, nothing", "language, Klingon", "from, yesterday" })
    @Order(11)
    void wrongField_isNamed(String field, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "x", "license", "CC0_1_0"));
        body.put(field, value);
        ARENA.admin().body(body).post("/api/admin/releases").then().statusCode(400)
                .body(containsString(field), not(containsString("query")));
    }
}
