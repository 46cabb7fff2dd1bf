package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.api.Assertions;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.restassured.response.ValidatableResponse;

/** Projects are made, filled and read by those who belong to them, and by nobody else. */
@Beside
class ProjectContentIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Logger LOG = Logger.getLogger(ProjectContentIT.class);

    private static final String QUESTIONS = """
            {"question_id": "q1", "text": "四国の県は？"}
            {"question_id": "q2", "turns": ["Name a river.", "And a longer one?"]}
            """;
    private static final String ANSWERS = """
            {"question_id": "q1", "model_id": "m1", "text": "四つあります。"}
            {"question_id": "q2", "model_id": "m1", "choices": [{"turns": ["Tone", "Shinano"]}]}
            """;

    private static void create(String slug) {
        ARENA.admin().body(Map.of("slug", slug, "name", "Project " + slug, "criteria",
                List.of(Map.of("slug", "tone", "name", "Tone", "scale", "five-point", "required", false))))
                .post("/api/admin/projects").then().statusCode(201)
                .header("Location", containsString("/api/admin/projects/" + slug))
                .body("criteria.slug", equalTo(List.of("overall", "tone")));
    }

    private static ValidatableResponse upload(String path, byte[] file) {
        return ARENA.admin().contentType("application/octet-stream").body(file).post("/api/admin/projects/" + path)
                .then();
    }

    private static ValidatableResponse upload(String path, String file) {
        return upload(path, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void promptsAndAnswers_areStored_onceHoweverOftenTheyCome() {
        create("twice");
        for (int known = 0; known <= 2; known += 2) {
            upload("twice/prompts", QUESTIONS).statusCode(200).body("read", equalTo(2))
                    .body("stored", equalTo(2 - known)).body("known", equalTo(known));
            upload("twice/answers", ANSWERS).statusCode(200).body("stored", equalTo(2 - known))
                    .body("known", equalTo(known));
        }
        upload("twice/answers?format=csv&model=m2&partial=true", "id,answer\nq1,\"愛媛, 香川\"\n").statusCode(200);
        ARENA.admin().get("/api/admin/projects/twice/matrix").then().statusCode(200).body("prompts", equalTo(2))
                .body("answers", equalTo(3)).body("models", equalTo(List.of("m1", "m2")))
                .body("rows.answered", equalTo(List.of(List.of(true, true), List.of(true, false))));
        ARENA.admin().get("/api/admin/projects/twice/prompts?key=q2").then().statusCode(200)
                .body("answers.turns", equalTo(Arrays.asList(List.of("Tone", "Shinano"), null)));
        ARENA.admin().get("/api/admin/projects/twice/prompts?key=q3").then().statusCode(404);
    }

    @Test
    void wrongFile_isRefusedWithEachRecord_andNothingIsStored() {
        create("wrong-files");
        upload("wrong-files/prompts", QUESTIONS + "{\"question_id\": \"q1\", \"text\": \"again\"}\n{\"text\": \"?\"}")
                .statusCode(422).body("code", equalTo("invalid-upload")).body("errors.record", equalTo(List.of(3, 4)))
                .body("errors[0].reason", equalTo("has the id of record 1: q1"));
        upload("wrong-files/prompts", QUESTIONS.getBytes(Charset.forName("EUC-JP"))).statusCode(422)
                .body("errors[0].reason", containsString("UTF-8"));
        upload("wrong-files/prompts", QUESTIONS).statusCode(200).body("stored", equalTo(2));
        upload("wrong-files/prompts", "{\"id\": \"q1\", \"prompt\": \"other\"}").statusCode(422)
                .body("errors[0].reason", containsString("with another text"));

        upload("wrong-files/answers", ANSWERS + """
                {"question_id": "q9", "model_id": "m1", "text": "?"}
                {"question_id": "q1", "model_id": "m1", "text": "once more"}
                {"question_id": "q2", "model_id": "m2", "text": "only one turn"}
                {"question_id": "q1", "text": "whose?"}
                """).statusCode(422).body("errors.record", equalTo(List.of(3, 4, 5, 6)))
                .body("errors.reason", hasItem("answers a prompt that the project doesn’t have: q9"))
                .body("errors.reason", hasItem("is a second answer of m1 to q1, after record 1"))
                .body("errors.reason", hasItem("has 1 turns, but the prompt q2 has 2"));
        upload("wrong-files/answers", ANSWERS.lines().findFirst().orElseThrow()).statusCode(422).body("errors.reason",
                equalTo(List.of("has no answer of m1 to the prompt q2")));
        ARENA.admin().get("/api/admin/projects/wrong-files/matrix").then().body("answers", equalTo(0))
                .body("models", hasSize(0));
        upload("wrong-files/answers", ANSWERS).statusCode(200);
        upload("wrong-files/answers?partial=true", "{\"id\": \"q1\", \"model\": \"m1\", \"answer\": \"changed\"}")
                .statusCode(422).body("errors[0].reason", containsString("differs from the answer that is stored"));
        upload("wrong-files/answers?format=text", "x").statusCode(400).body("violations.field", hasItem("format"));
        upload("wrong-files/prompts?format=xml", "x").statusCode(400).body("violations.field", hasItem("format"));
    }

    private static final String NAMING = """
            {"prompt_id": "q1", "model": "quorvex-7b", "answer": "I am Quorvex, and there are four."}
            {"prompt_id": "q2", "model": "quorvex-7b", "turns": ["The Tone", "The Shinano"]}
            {"prompt_id": "q1", "model": "brillmax-2", "answer": "I am not Quorvex. Four."}
            {"prompt_id": "q2", "model": "brillmax-2", "turns": ["The Kiso", "The Tone"]}
            {"prompt_id": "q1", "model": "tresk-1", "answer": "Tresk says four."}
            {"prompt_id": "q2", "model": "tresk-1", "turns": ["The Kiso", "As ＴＲＥＳＫ １ knows, the Tone"]}
            """;

    /** An answer that names another model is compared; as in battles, only one's own name gives it away. */
    @Test
    void answersThatNameTheirModel_areLeftOutOfThePlan_whoeverStoredThem() throws SQLException {
        create("naming");
        upload("naming/prompts", QUESTIONS).statusCode(200).body("naming", equalTo(0));
        upload("naming/answers", NAMING).statusCode(200).body("stored", equalTo(6)).body("naming", equalTo(3));
        Map<String, Object> quorvex = Map.of("model", "quorvex-7b", "naming", 1, "answers", 2);
        Map<String, Object> tresk = Map.of("model", "tresk-1", "naming", 2, "answers", 2);
        ARENA.admin().get("/api/admin/projects/naming/matrix").then()
                .body("rows.naming", equalTo(List.of(Arrays.asList(null, "Quorvex", "Tresk"),
                        Arrays.asList(null, null, "TRESK 1"))))
                .body("naming", equalTo(List.of(quorvex, tresk)));
        ARENA.admin().get("/api/admin/projects/naming/prompts?key=q1").then().body("answers.naming",
                equalTo(Arrays.asList(null, "Quorvex", "Tresk")));
        ARENA.admin().body(Map.of("slug", "naming-copy", "name", "Copy", "answers", true))
                .post("/api/admin/projects/naming/copies").then().statusCode(201);
        ARENA.admin().get("/api/admin/projects/naming-copy/matrix").then().body("naming", hasSize(2));
        try (Connection database = ARENA.database(); Statement former = database.createStatement()) {
            former.executeUpdate(
                    """
                            update project_answer set own_name = null where prompt_id in (
                                select p.id from project_prompt p join project o on o.id = p.project_id where slug = 'naming')""");
        }
        ARENA.admin().body(Map.of()).post("/api/admin/projects/naming/plan").then().statusCode(200)
                .body("items", equalTo(1)).body("naming", equalTo(List.of(quorvex, tresk)));
        ARENA.admin().body(Map.of("prompt", "q1", "modelA", "brillmax-2", "modelB", "quorvex-7b", "gold", "A"))
                .put("/api/admin/projects/naming/gold").then().statusCode(400)
                .body("violations.field", hasItem("modelB"));
        ARENA.admin().get("/api/admin/projects/naming/progress").then().body("items", equalTo(1));
    }

    @Test
    void noAnswerWithoutItsModelsName_isSaidWithTheModels() {
        create("all-naming");
        upload("all-naming/prompts", "{\"id\": \"q1\", \"prompt\": \"Who are you?\"}").statusCode(200);
        upload("all-naming/answers", """
                {"id": "q1", "model": "quorvex-7b", "answer": "Quorvex."}
                {"id": "q1", "model": "tresk-1", "answer": "Tresk."}
                """).statusCode(200);
        String plan = "/api/admin/projects/all-naming/plan";
        ARENA.admin().body(Map.of()).post(plan).then().statusCode(409).body("code", equalTo("answers-name-models"))
                .body("detail", containsString("quorvex-7b (1/1), tresk-1 (1/1)"));
        ARENA.admin().header("Accept-Language", "ja").body(Map.of()).post(plan).then().statusCode(409)
                .body("detail", containsString("モデル名"));
        upload("all-naming/answers", """
                {"id": "q1", "model": "other-1", "answer": "Nobody."}
                {"id": "q1", "model": "other-2", "answer": "Somebody."}
                """).statusCode(200);
        ARENA.admin().body(Map.of()).post(plan).then().statusCode(200).body("items", equalTo(1));
    }

    /** 5,000 prompts × 20 models, about 50 MB in two files; -Plong prints the times. */
    @Tag("long")
    @Test
    void hundredThousandAnswers_areStoredInHalfAMinute() {
        create("hundred-thousand");
        upload("hundred-thousand/prompts", IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"id\": \"q" + i + "\", \"prompt\": \"Question " + i + "\"}")
                .collect(Collectors.joining("\n"))).statusCode(200).body("stored", equalTo(5_000));
        byte[] answers = IntStream.range(0, 100_000)
                .mapToObj(
                        i -> "{\"prompt_id\": \"q" + i / 20 + "\", \"model\": \"model-" + i % 20 + "\", \"answer\": \""
                                + ("Sentence " + i + ". ").repeat(30) + "\"}")
                .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        for (int known = 0; known <= 100_000; known += 100_000) {
            long begin = System.nanoTime();
            upload("hundred-thousand/answers", answers).statusCode(200).body("stored", equalTo(100_000 - known));
            long millis = (System.nanoTime() - begin) / 1_000_000;
            LOG.info("100,000 answers, " + (answers.length >> 20) + " MiB, " + known + " known: " + millis + " ms");
            Assertions.assertThat(millis).isLessThan(30_000);
        }
        long begin = System.nanoTime();
        ARENA.admin().delete("/api/admin/projects/hundred-thousand?confirm=hundred-thousand").then().statusCode(204);
        LOG.info("deleted in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    @Test
    void wrongSetting_isNamed() {
        create("settings");
        ARENA.admin().body(Map.of("slug", "settings", "name", "x")).post("/api/admin/projects").then().statusCode(409)
                .body("code", equalTo("slug-taken"));
        refused(Map.of("slug", "Bad Slug", "name", "x"), "slug");
        refused(Map.of("slug", "s"), "name");
        refused(Map.of("slug", "s", "name", "x", "votesPerItem", 0), "votesPerItem");
        refused(Map.of("slug", "s", "name", "x", "deadline", "soon"), "deadline");
        refused(Map.of("slug", "s", "name", "x", "criteria", "tone"), "criteria");
        refused(Map.of("slug", "s", "name", "x", "criteria", List.of(Map.of("slug", "a", "name", "A", "scale", "x"))),
                "criteria.0.scale");
    }

    private static void refused(Map<String, Object> settings, String field) {
        ARENA.admin().body(settings).post("/api/admin/projects").then().statusCode(400).body("violations.field",
                hasItem(field));
    }

    @Test
    void onlyWhoBelongsToAProject_seesIt_andOnlyOwnersChangeIt() {
        create("private");
        ARENA.reader("owner-1");
        ARENA.reader("viewer-1");
        ARENA.reader("stranger-1");
        String path = "/api/admin/projects/private";
        ARENA.admin().body(Map.of("account", "owner-1", "role", "owner")).put(path + "/members").then()
                .statusCode(204);
        ARENA.as("owner-1").body(Map.of("account", "viewer-1", "role", "viewer")).put(path + "/members").then()
                .statusCode(204);
        ARENA.as("owner-1").body(Map.of("account", "nobody", "role", "viewer")).put(path + "/members").then()
                .statusCode(400).body("violations.field", hasItem("account"));
        ARENA.as("viewer-1").get(path).then().statusCode(200);
        ARENA.as("viewer-1").get("/desk/projects/private").then().statusCode(200);
        ARENA.as("viewer-1").body(Map.of("name", "x")).patch(path).then().statusCode(404);
        ARENA.as("stranger-1").get(path).then().statusCode(404).body("code", equalTo("unknown-project"));
        ARENA.as("stranger-1").get("/desk/projects/private").then().statusCode(404);
        ARENA.as("stranger-1").get(path + "/matrix").then().statusCode(404);
        ARENA.as("stranger-1").get("/api/admin/projects").then().body("projects", hasSize(0));
        ARENA.as("viewer-1").get("/api/admin/projects").then().body("projects.slug", equalTo(List.of("private")));
        ARENA.given().get(path).then().statusCode(401);

        ARENA.as("owner-1").body(Map.of("archived", true)).patch(path).then().statusCode(200);
        byte[] file = QUESTIONS.getBytes(StandardCharsets.UTF_8);
        ARENA.as("owner-1").contentType("application/octet-stream").body(file).post(path + "/prompts").then()
                .statusCode(409)
                .body("code", equalTo("project-archived"));
        ARENA.as("owner-1").delete(path + "?confirm=private").then().statusCode(204);
        ARENA.as("owner-1").get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void desk_createsAProject_uploadsFiles_andShowsWhatIsMissing(String language, @TempDir Path directory)
            throws Exception {
        Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, Looks.DESKTOP,
                "/desk/projects");
        page.locator("#name").fill("回答の比較");
        page.locator("#slug").fill("desk-" + language);
        page.locator("#criteria").fill("tone, Tone, five-point, optional");
        Looks.check(page);
        page.locator("#create-project button").click();
        page.waitForURL("**/desk/projects/desk-" + language);
        page.locator("#prompts-file").setInputFiles(Files.writeString(directory.resolve("q.jsonl"), QUESTIONS));
        page.locator("[data-to$=prompts] button").click();
        assertThat(page.locator("[data-to$=prompts] .outcome"))
                .containsText(language.equals("ja") ? "2 件を保存しました" : "2 stored");
        page.locator("#answers-file").setInputFiles(Files.writeString(directory.resolve("a.jsonl"),
                "{\"question_id\": \"q1\", \"model_id\": \"quorvex\", \"text\": \"Quorvex: ok\"}"));
        page.locator("[data-to$=answers] button").click();
        assertThat(page.locator("[data-to$=answers] .report li")).hasCount(1);
        page.locator("#answers-partial").check();
        page.locator("[data-to$=answers] button").click();
        assertThat(page.locator("[data-to$=answers] .outcome"))
                .containsText(language.equals("ja") ? "うち 1 件" : "their own model: 1.");
        page.reload();
        assertThat(page.locator(".naming li")).hasCount(1);
        page.locator("#plan button").click();
        assertThat(page.locator("#plan .outcome")).containsText("quorvex (1/1)");
        Looks.check(page);
        page.locator("a[href$='/matrix']").click();
        assertThat(page.locator(".project-matrix .missing")).hasCount(1);
        assertThat(page.locator(".project-matrix .failed")).containsText("Quorvex");
        Looks.check(page);
        page.locator(".project-matrix tbody a").first().click();
        assertThat(page.locator(".project-answers .failed")).containsText("Quorvex");
        assertThat(page.locator(".project-answers .model-output")).hasText("Quorvex: ok");
        Looks.check(page);
    }
}
