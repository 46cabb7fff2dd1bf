package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What leaves a project: exports, the report, copies, the archive, and nothing at all once it is deleted. */
@Beside
class ProjectOutIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Map<String, Object> TWO_CRITERIA = Map.of("votesPerItem", 2, "instructions",
            "Read both answers.", "criteria",
            List.of(Map.of("slug", "tone", "name", "Tone", "scale", "five-point", "required", false)));

    private static Crowd crowd(String slug) {
        return Crowd.project(ARENA, slug, TWO_CRITERIA);
    }

    /** Prefers the model with the lower number, by the tone much more. */
    private static Map<String, String> lower(String a, String b) {
        boolean first = a.substring(a.indexOf("model-")).compareTo(b.substring(b.indexOf("model-"))) < 0;
        return Map.of("overall", first ? "A" : "B", "tone", first ? "A_MUCH" : "B_MUCH");
    }

    private static Map<String, String> higher(String a, String b) {
        return Map.of("overall", lower(a, b).get("overall").equals("A") ? "B" : "A");
    }

    private static Map<String, String> files(Response zip) throws IOException {
        zip.then().statusCode(200).contentType("application/zip");
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.put(entry.getName(), new String(archive.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Map<String, String> exported(String slug, String parameters) throws IOException {
        return files(ARENA.admin().get("/api/admin/projects/" + slug + "/export?" + parameters));
    }

    private static List<JsonPath> lines(Map<String, String> files) {
        return files.get("judgements.jsonl").lines().map(JsonPath::new).toList();
    }

    @Test
    void judgements_areExported_inOwnAndOtherFormats_underPseudonyms() throws Exception {
        Crowd crowd = crowd("exported").filled(2, 3);
        List<String> cookies = crowd.join(2);
        assertThat(crowd.work(cookies.get(0), ProjectOutIT::lower)).isEqualTo(6);
        assertThat(crowd.work(cookies.get(1), ProjectOutIT::higher)).isEqualTo(6);

        Map<String, String> own = exported("exported", "texts=true&comments=true");
        List<JsonPath> records = lines(own);
        assertThat(records).hasSize(12).allSatisfy(one -> {
            assertThat(one.getString("annotator")).isIn("exported-1", "exported-2");
            assertThat(one.getString("prompt")).startsWith("key-");
            assertThat(one.getString("texts[0].answerA")).endsWith(one.getString("model_a"));
            assertThat(one.getString("ratings.overall")).isIn("A", "B");
            assertThat(one.getString("comment")).startsWith("because");
            assertThat(one.getDouble("seconds")).isNotNegative();
        });
        assertThat(records.stream().filter(one -> one.get("ratings.tone") != null)).hasSize(6);
        JsonPath report = new JsonPath(own.get("report.json"));
        assertThat(report.getInt("judgements")).isEqualTo(12);
        assertThat(report.getString("format")).isEqualTo("judgements");
        assertThat(lines(exported("exported", "format=judgements")))
                .allSatisfy(one -> assertThat(one.getMap("$")).doesNotContainKeys("texts", "comment"));

        List<JsonPath> dpo = lines(exported("exported", "format=trl-preference&criterion=tone"));
        assertThat(dpo).hasSize(6).allSatisfy(one -> assertThat(one.getString("chosen[0].content").substring(12))
                .isLessThan(one.getString("rejected[0].content").substring(12)));
        assertThat(lines(exported("exported", "format=kto"))).hasSize(24);
        assertThat(lines(exported("exported", "format=fastchat")))
                .allSatisfy(one -> assertThat(one.getString("judge")).startsWith("arena_user_exported-"));
        assertThat(exported("exported", "file=csv").get("judgements.csv").lines()).hasSize(13)
                .first().asString().startsWith("id,prompt,language,model_a,model_b,annotator,ratings");
        assertThat(exported("exported", "format=csv").get("judgements.csv").lines()).hasSize(13);
        assertThat(lines(exported("exported", "from=2100-01-01"))).isEmpty();
        assertThat(lines(exported("exported", "to=2026-01-01"))).isEmpty();
    }

    @Test
    void judgementsOfOneLeftOut_areMarked_orLeftOut() throws Exception {
        Crowd crowd = crowd("left-out").filled(1, 2);
        List<String> cookies = crowd.join(2);
        cookies.forEach(cookie -> crowd.work(cookie, ProjectOutIT::lower));
        sql("update project_member set left_out_at = now(), left_out_why = 'bot' where number = 1 and project_id = "
                + "(select id from project where slug = 'left-out')");
        assertThat(lines(exported("left-out", "format=judgements"))).extracting(one -> one.getBoolean("counted"))
                .containsExactly(false, true);
        assertThat(lines(exported("left-out", "counted=true"))).hasSize(1);
        Map<String, String> fastChat = exported("left-out", "format=fastchat");
        assertThat(lines(fastChat)).hasSize(1);
        assertThat(new JsonPath(fastChat.get("report.json")).getInt("leftOut.excluded")).isEqualTo(1);
    }

    @Test
    void wrongParameter_isNamed_andStrangersGetNotFound() {
        crowd("asked");
        String path = "/api/admin/projects/asked/export?";
        for (String wrong : List.of("format=xml", "file=xml", "criterion=style", "from=soon", "texts=maybe")) {
            ARENA.admin().get(path + wrong).then().statusCode(400).body("violations.field",
                    hasItem(wrong.substring(0, wrong.indexOf('='))));
        }
        ARENA.admin().get(path + "from=2026-02-01&to=2026-01-01").then().statusCode(400).body("violations.field",
                hasItem("to"));
        ARENA.reader("out-stranger");
        for (String address : List.of(path + "format=csv", "/projects/asked/report", "/desk/projects/asked/out")) {
            ARENA.as("out-stranger").get(address).then().statusCode(404);
        }
        ARENA.as("out-stranger").body(Map.of("slug", "taken", "name", "x")).post("/api/admin/projects/asked/copies")
                .then()
                .statusCode(404);
        ARENA.given().redirects().follow(false).get("/projects/asked/report").then().statusCode(303);
    }

    @Test
    void copy_hasPromptsAndCriteria_answersIfWanted_andNoPeople() {
        Crowd crowd = crowd("original").filled(2, 2);
        crowd.work(crowd.join(1).get(0), ProjectOutIT::lower);
        ARENA.reader("copying");
        ARENA.admin().body(Map.of("account", "copying", "role", "owner")).put(crowd.path() + "/members").then()
                .statusCode(204);
        ARENA.as("copying").body(Map.of("slug", "bare", "name", "Bare")).post(crowd.path() + "/copies").then()
                .statusCode(201).body("criteria.slug", equalTo(List.of("overall", "tone")))
                .body("votesPerItem", equalTo(2)).body("name", equalTo("Bare"));
        ARENA.as("copying").get("/api/admin/projects/bare/matrix").then().body("prompts", equalTo(2))
                .body("answers", equalTo(0)).body("models", hasSize(0));
        ARENA.as("copying").get("/api/admin/projects/bare/progress").then().body("items", equalTo(0));
        ARENA.as("copying").get("/api/admin/projects/bare/members").then()
                .body("members.account", equalTo(List.of("copying")));

        ARENA.as("copying").body(Map.of("slug", "full", "name", "Full", "answers", true)).post(crowd.path() + "/copies")
                .then().statusCode(201);
        ARENA.as("copying").get("/api/admin/projects/full/prompts?key=key-1").then()
                .body("answers.turns.flatten()", equalTo(List.of("Answer 1 of model-0", "Answer 1 of model-1")));
        ARENA.as("copying").get("/api/admin/projects/full/progress").then().body("judged", equalTo(0));
        ARENA.as("copying").body(Map.of("slug", "full", "name", "Full")).post(crowd.path() + "/copies").then()
                .statusCode(409).body("code", equalTo("slug-taken"));
        ARENA.as("copying").body(Map.of("slug", "x", "name", "x", "votes", true)).post(crowd.path() + "/copies").then()
                .statusCode(400).body("violations.field", hasItem("votes"));
    }

    @Test
    void archivedProject_isReadOnly_untilItIsReopened() throws Exception {
        Crowd crowd = crowd("archived").filled(2, 2);
        String cookie = crowd.join(1).get(0);
        String item = crowd.next(cookie).path("id");
        archive(crowd, true);
        crowd.judge(cookie, item, Map.of("overall", "A")).then().statusCode(409).body("code",
                equalTo("project-closed"));
        crowd.as(cookie).body(Map.of("id", item, "reason", "unclear")).post("/api/projects/archived/skips").then()
                .statusCode(409).body("code", equalTo("project-archived"));
        crowd.next(cookie).then().body("state", equalTo("CLOSED"));
        crowd.upload("prompts", "{\"id\": \"new\", \"prompt\": \"x\"}").statusCode(409);
        ARENA.admin().body(Map.of()).post(crowd.path() + "/plan").then().statusCode(409);
        ARENA.admin().body(Map.of("label", "x", "places", 1)).post(crowd.path() + "/invitations").then()
                .statusCode(409);
        ARENA.admin().body(Map.of("name", "other")).patch(crowd.path()).then().statusCode(409).body("code",
                equalTo("project-archived"));
        assertThat(lines(exported("archived", "format=judgements"))).isEmpty();
        ARENA.admin().get("/projects/archived/report").then().statusCode(200);
        archive(crowd, false);
        crowd.judge(cookie, item, Map.of("overall", "A")).then().statusCode(200);
    }

    private static void archive(Crowd crowd, boolean archived) {
        ARENA.admin().body(Map.of("archived", archived)).patch(crowd.path()).then().statusCode(200);
    }

    /** Everything has the word marker in it, and no row may have it afterwards. */
    @Test
    void deletedProject_leavesNoRowAndNoText_andTheArenasLogAlone() throws Exception {
        Crowd crowd = Crowd.project(ARENA, "deleted", Map.of("name", "marker-name", "instructions", "marker-text",
                "criteria", List.of(Map.of("slug", "tone", "name", "marker-criterion"))));
        crowd.upload("prompts", "{\"id\": \"marker-key\", \"prompt\": \"marker-prompt\"}").statusCode(200);
        crowd.upload("answers", """
                {"prompt_id": "marker-key", "model": "marker-a", "answer": "marker-1"}
                {"prompt_id": "marker-key", "model": "marker-b", "answer": "marker-2"}
                {"prompt_id": "marker-key", "model": "marker-c", "answer": "marker-3"}""").statusCode(200);
        crowd.planned(Map.of());
        String cookie = crowd.join(1).get(0);
        crowd.judge(cookie, crowd.next(cookie).path("id"), Map.of("overall", "A", "tone", "A")).then().statusCode(200);
        crowd.as(cookie).body(Map.of("id", crowd.next(cookie).<String> path("id"), "reason", "marker-reason"))
                .post("/api/projects/deleted/skips").then().statusCode(204);
        ARENA.admin().body(Map.of("name", "marker-renamed")).patch(crowd.path()).then().statusCode(200);
        ARENA.admin().body(Map.of("label", "marker-label", "places", 1)).post(crowd.path() + "/invitations").then()
                .statusCode(201);
        long project = number("select id from project where slug = 'deleted'");
        assertThat(tablesWith("marker")).contains("project", "project_answer", "project_prompt");
        String log = ARENA.given().get("/log/checkpoint").asString();

        for (String confirm : List.of("", "?confirm=other")) {
            ARENA.admin().delete(crowd.path() + confirm).then().statusCode(400).body("violations.field",
                    hasItem("confirm"));
        }
        ARENA.admin().delete(crowd.path() + "?confirm=deleted").then().statusCode(204);

        assertThat(tablesWith("marker")).isEmpty();
        assertThat(tablesOf(project)).isEmpty();
        assertThat(number("select count(*) from project_rating r where not exists "
                + "(select from project_assignment a where a.id = r.assignment_id)")).isZero();
        assertThat(ARENA.given().get("/log/checkpoint").asString()).isEqualTo(log);
        crowd.next(cookie).then().statusCode(404);
        ARENA.admin().get(crowd.path()).then().statusCode(404);
        ARENA.admin().get("/api/admin/audit").then().body("entries.findAll { it.subject == 'project:deleted' }.action",
                hasItem("delete"));
    }

    private static void sql(String statement) throws SQLException {
        try (Connection database = ARENA.database(); Statement call = database.createStatement()) {
            call.execute(statement);
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection database = ARENA.database();
                Statement call = database.createStatement();
                ResultSet rows = call.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> texts(String query) throws SQLException {
        try (Connection database = ARENA.database();
                Statement call = database.createStatement();
                ResultSet rows = call.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static List<String> tablesWith(String word) throws SQLException {
        List<String> with = new ArrayList<>();
        for (String table : texts("select tablename from pg_tables where schemaname = 'public'")) {
            if (number("select count(*) from \"" + table + "\" as one where one::text like '%" + word + "%'") > 0) {
                with.add(table);
            }
        }
        return with;
    }

    private static List<String> tablesOf(long project) throws SQLException {
        List<String> with = new ArrayList<>();
        for (String table : texts("select table_name from information_schema.columns where column_name = 'project_id' "
                + "and table_schema = 'public'")) {
            if (number("select count(*) from \"" + table + "\" where project_id = " + project) > 0) {
                with.add(table);
            }
        }
        return with;
    }

    @Test
    void reservationThatHasRunOut_givesTheItemToSomebodyElse() throws Exception {
        Crowd crowd = Crowd.project(ARENA, "late", Map.of()).filled(1, 2);
        List<String> cookies = crowd.join(2);
        String late = crowd.next(cookies.get(0)).path("id");
        crowd.next(cookies.get(1)).then().body("state", equalTo("DONE"));
        sql("update project_assignment set until = now() - interval '1 second' where id = '" + late + "'");
        Response next = crowd.next(cookies.get(1));
        next.then().body("state", equalTo("ITEM"));
        crowd.judge(cookies.get(0), late, Map.of("overall", "A")).then().statusCode(404).body("code",
                equalTo("no-reservation"));
        crowd.next(cookies.get(0)).then().body("state", equalTo("DONE"));
        crowd.judge(cookies.get(1), next.path("id"), Map.of("overall", "B")).then().statusCode(200);
        ARENA.admin().get(crowd.path() + "/progress").then().body("judged", equalTo(1)).body("reserved", equalTo(0));
    }

    @Test
    void refusals_areInTheReadersLanguage() {
        Crowd crowd = crowd("words").filled(1, 2);
        String cookie = crowd.join(1).get(0);
        crowd.as(cookie).header("Accept-Language", "ja").post("/api/projects/nowhere/next").then().statusCode(404)
                .body("code", equalTo("unknown-project")).body("detail", containsString("プロジェクト"));
        crowd.as(cookie).header("Accept-Language", "ja")
                .body(Map.of("id", crowd.next(cookie).<String> path("id"), "ratings", Map.of("style", "A")))
                .post("/api/projects/words/judgements").then().statusCode(400)
                .body("violations[0].field", equalTo("ratings.style"))
                .body("violations[0].message", containsString("評価項目"));
        ARENA.admin().header("Accept-Language", "ja").contentType("application/octet-stream")
                .body("{\"id\": \"q\"}\n[".getBytes(StandardCharsets.UTF_8))
                .post(crowd.path() + "/prompts").then().statusCode(422).body("detail", containsString("保存していません"))
                .body("errors[0].reason", containsString("ありません"));
        ARENA.admin().contentType("application/octet-stream").body("{\"id\": \"q\"}".getBytes(StandardCharsets.UTF_8))
                .post(crowd.path() + "/prompts")
                .then().statusCode(422).body("errors[0].reason", containsString("has none of"));
    }

    private static Page desk(String language, int width, String path) {
        return Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, width, path);
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void report_isReadOnScreen_andPrintedWithoutNavigation(String language, int width) {
        Crowd crowd = crowd("report-" + language);
        Page empty = desk(language, width, "/projects/report-" + language + "/report");
        assertThat(empty.locator(".report .empty").first()).isVisible();
        crowd.filled(4, 3);
        List<String> cookies = crowd.join(2);
        crowd.work(cookies.get(0), ProjectOutIT::lower);
        crowd.work(cookies.get(1), ProjectOutIT::higher);
        crowd.awaitBoards(24);
        Page page = desk(language, width, "/projects/report-" + language + "/report");
        assertThat(page.locator("#board-overall")).isVisible();
        assertThat(page.locator("section:has(#board-overall) tbody tr")).hasCount(3);
        assertThat(page.locator("section:has(#board-tone) tbody tr").first()).containsText("model-0");
        assertThat(page.locator("section:has(#disputed) tbody tr")).hasCount(12);
        Looks.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".masthead")).isHidden();
        assertThat(page.locator(".colophon")).isHidden();
        assertThat(page.locator("#print")).isHidden();
        assertThat(page.locator("#board-overall")).isVisible();
        assertThat(new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1))
                .contains("/MediaBox [0 0 59");
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void desk_copiesArchivesAndDeletes_onceTheShortNameIsTyped(String language, int width) {
        String slug = "end-" + language;
        crowd(slug).filled(1, 2);
        Page page = desk(language, width, "/desk/projects/" + slug);
        page.locator("a[href$='/out']").click();
        Looks.check(page);
        page.locator("#copy-name").fill("Copy");
        page.locator("#copy-slug").fill(slug + "-copy");
        page.locator("#copy button").click();
        page.waitForURL("**/desk/projects");
        assertThat(page.locator("a[href$='" + slug + "-copy']")).isVisible();
        page.navigate(ARENA.uri().resolve("/desk/projects/" + slug + "/out").toString());
        page.locator("#archive button").click();
        assertThat(page.locator("h1 .tag")).isVisible();
        Looks.check(page);
        page.locator("#delete-confirm").fill("something else");
        page.locator("#delete button").click();
        assertThat(page.locator("#delete .outcome")).not().isEmpty();
        Browsers.checkAccess(page);
        page.locator("#delete-confirm").fill(slug);
        page.locator("#delete button").click();
        page.waitForURL("**/desk/projects");
        assertThat(page.locator("a[href$='" + slug + "']")).hasCount(0);
    }
}
