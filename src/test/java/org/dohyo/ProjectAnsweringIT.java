package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.dohyo.benchmark.ModelAndJudge;
import org.dohyo.benchmark.ModelAndJudge.Asked;
import org.dohyo.benchmark.ModelAndJudge.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Models of the arena answer a project's prompts ahead: what is missing, turn by turn, within their limits. */
@Beside
class ProjectAnsweringIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIMIT = 2;
    private static final String KEY = "sk-of-the-answering-endpoint";

    private static String path(String slug) {
        return "/api/admin/projects/" + slug;
    }

    private static void project(String slug, int prompts) {
        ARENA.admin().body(Map.of("slug", slug, "name", "Project " + slug)).post("/api/admin/projects").then()
                .statusCode(201);
        upload(slug + "/prompts", IntStream.range(0, prompts)
                .mapToObj(prompt -> "{\"id\": \"p" + prompt + "\", \"prompt\": \"Question " + prompt + "\"}").toList());
    }

    private static void upload(String path, List<String> lines) {
        ARENA.admin().contentType("application/octet-stream")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)).post("/api/admin/projects/" + path)
                .then().statusCode(200);
    }

    private static String model(ModelAndJudge server, String slug, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(Map.of("slug", slug, "name", "Model " + slug, "protocol", "openai",
                "baseUrl", server.url().toString(), "modelId", "m", "apiKey", KEY, "enabled", false,
                "concurrentRequests", LIMIT));
        model.putAll(more);
        ARENA.admin().body(model).post("/api/admin/models").then().statusCode(201);
        return slug;
    }

    private static Reply answer(Asked call) {
        return Reply.says("Answer to " + call.last());
    }

    private static Function<Asked, Reply> busyAtFirst() {
        AtomicBoolean busy = new AtomicBoolean(true);
        return call -> busy.compareAndSet(true, false) ? Reply.refuses(429, Map.of("Retry-After", "1"))
                : answer(call);
    }

    private static JsonPath answering(String slug) {
        return ARENA.admin().get(path(slug) + "/answering").then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath finished(String slug) {
        await().atMost(PATIENCE).until(() -> "finished".equals(ARENA.admin().get(path(slug) + "/answering")
                .as(JsonNode.class).at("/runs/0/state").textValue()));
        return answering(slug);
    }

    private static void start(String slug, Object body) {
        ARENA.admin().body(body).post(path(slug) + "/answering").then().statusCode(202);
    }

    /** As in a battle, and after the judgement too. */
    @Test
    void answersOfEndpoints_nameNoModelToAnnotators() {
        try (Duel duel = ARENA.duel(Telltales.FIRST, Telltales.SECOND, Map.of("enabled", false))) {
            duel.first.otherwise(Telltales.telling("It is blue because of scattering."));
            duel.second.otherwise(Telltales.telling("Scattering makes it blue."));
            project("hidden", 2);
            start("hidden", Map.of("models", duel.slugs));
            await().atMost(PATIENCE).until(() -> answering("hidden").getList("runs.state").equals(
                    List.of("finished", "finished")));
            assertThat(ARENA.admin().queryParam("key", "p0").get(path("hidden") + "/prompts").asString())
                    .as("the owner sees whose answers they are").containsIgnoringCase("zanzibar");
            ARENA.admin().post(path("hidden") + "/plan").then().statusCode(200).body("items", equalTo(2));
            String link = ARENA.admin().body(Map.of("label", "one", "places", 1)).post(path("hidden") + "/invitations")
                    .path("path");
            Response joined = ARENA.given().contentType("application/json")
                    .body(Map.of("token", link.substring(link.lastIndexOf('/') + 1))).post("/api/projects/join");
            Supplier<RequestSpecification> annotator = () -> ARENA.given().cookies(joined.cookies())
                    .contentType("application/json");
            String project = "/api/projects/hidden";
            Response next = annotator.get().post(project + "/next");
            List<Response> seen = List.of(joined, next, annotator.get().get("/projects/hidden"),
                    annotator.get().get("/projects/hidden/judge"),
                    annotator.get().body(Map.of("id", next.<String> path("id"), "ratings", Map.of("overall", "A")))
                            .post(project + "/judgements"),
                    annotator.get().post(project + "/next"), annotator.get().get("/api/me/export"));
            assertThat(next.asString()).contains("cattering");
            for (Response response : seen) {
                assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
                assertThat(Telltales.whole(response)).doesNotContain(Telltales.WORDS)
                        .doesNotContain(Telltales.portOf(duel.first), Telltales.portOf(duel.second));
            }
        }
    }

    @Test
    void missingAnswers_areAskedTurnByTurn_withinTheModelsLimit_andCanBePlanned() {
        try (ModelAndJudge server = new ModelAndJudge(busyAtFirst())) {
            project("ahead", 5);
            upload("ahead/prompts", List.of("{\"id\": \"long\", \"turns\": [\"Name a river.\", \"A longer one?\"]}"));
            upload("ahead/answers?partial=true",
                    List.of("{\"prompt_id\": \"p0\", \"model\": \"ours\", \"answer\": \"Ours to 0\"}"));
            String slug = model(server, "ahead-model",
                    Map.of("price", Map.of("currency", "USD", "input", 3, "output", 15, "since", "2026-01-01")));
            ARENA.admin().queryParam("model", slug).get(path("ahead") + "/answering/forecast").then().statusCode(200)
                    .body("calls", equalTo(7));
            ARENA.admin().queryParam("model", slug).queryParam("name", "ours")
                    .get(path("ahead") + "/answering/forecast").then().statusCode(200).body("calls", equalTo(6))
                    .body("promptTokens", greaterThan(6)).body("completionTokens", greaterThan(0))
                    .body("currency", equalTo("USD")).body("cost", greaterThan(0f));
            server.holdAfter(3);
            start("ahead", Map.of("models", List.of(slug), "name", "ours"));
            ARENA.admin().body(Map.of("models", List.of(slug), "name", "ours")).post(path("ahead") + "/answering")
                    .then().statusCode(409).body("code", equalTo("answering-running"));
            server.letGo();
            JsonPath view = finished("ahead");
            assertThat(view.getString("runs[0].answersAs")).isEqualTo("ours");
            assertThat(view.getString("runs[0].model")).isEqualTo(slug);
            assertThat(view.getInt("runs[0].prompts")).isEqualTo(5);
            assertThat(view.getInt("runs[0].answered")).isEqualTo(5);
            assertThat(view.getInt("runs[0].percent")).isEqualTo(100);
            assertThat(view.getInt("runs[0].completionTokens")).isEqualTo(6 * 5);
            assertThat(server.asked()).as("the busy one again").hasSize(7);
            assertThat(server.asked()).extracting(Asked::last).doesNotContain("Question 0");
            assertThat(server.asked()).filteredOn(call -> call.last().equals("A longer one?"))
                    .extracting(Asked::messages).containsExactly(3);
            assertThat(server.most("m")).isLessThanOrEqualTo(LIMIT);
            ARENA.admin().queryParam("key", "long").get(path("ahead") + "/prompts").then().body("answers[0].turns",
                    equalTo(List.of("Answer to Name a river.", "Answer to A longer one?")));
            ARENA.admin().queryParam("key", "p0").get(path("ahead") + "/prompts").then().body("answers[0].turns",
                    equalTo(List.of("Ours to 0")));
            ARENA.admin().body(Map.of("models", List.of(slug), "name", "ours")).post(path("ahead") + "/answering")
                    .then().statusCode(409).body("code", equalTo("nothing-to-answer"));
            start("ahead", Map.of("models", List.of(slug)));
            finished("ahead");
            ARENA.admin().post(path("ahead") + "/plan").then().statusCode(200).body("items", equalTo(6));
        }
    }

    @Test
    void answersOfEndpoints_thatNameTheArenasModel_areLeftOutOfThePlan_underAnyName() {
        try (ModelAndJudge server = new ModelAndJudge(call -> Reply.says(
                call.last().equals("Question 0") ? "As Quorvex I say so." : "As everybody says."))) {
            project("telling", 2);
            upload("telling/answers", List.of("{\"prompt_id\": \"p0\", \"model\": \"ours\", \"answer\": \"Yes\"}",
                    "{\"prompt_id\": \"p1\", \"model\": \"ours\", \"answer\": \"As Quorvex says\"}"));
            String slug = model(server, "quorvex-9", Map.of());
            start("telling", Map.of("models", List.of(slug), "name", "candidate"));
            finished("telling");
            ARENA.admin().get(path("telling") + "/matrix").then()
                    .body("rows[0].naming", hasItem("Quorvex")).body("rows[1].naming", not(hasItem("Quorvex")));
            ARENA.admin().post(path("telling") + "/plan").then().statusCode(200).body("items", equalTo(1))
                    .body("naming.model", equalTo(List.of("candidate")));
        }
    }

    @Test
    void failures_areRepeated_thenMarkedWithAReason_andAskedAgainOnDemand() {
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicBoolean first = new AtomicBoolean(true);
        try (ModelAndJudge server = new ModelAndJudge(call -> switch (call.last()) {
            case "Question 1" -> first.compareAndSet(true, false) ? Reply.refuses(500, Map.of()) : answer(call);
            case "Question 2" -> broken.get() ? Reply.refuses(400, Map.of()) : answer(call);
            default -> answer(call);
        })) {
            project("failing", 3);
            String slug = model(server, "failing-model", Map.of());
            start("failing", Map.of("models", List.of(slug)));
            JsonPath view = finished("failing");
            assertThat(view.getInt("runs[0].answered")).isEqualTo(2);
            assertThat(view.getInt("runs[0].failed")).isEqualTo(1);
            assertThat(view.getString("runs[0].failures[0].reason")).isEqualTo("BAD_REQUEST");
            assertThat(view.prettify()).doesNotContain(KEY);
            assertThat(server.asked()).extracting(Asked::last).filteredOn("Question 1"::equals).hasSize(2);
            ARENA.admin().get(path("failing") + "/matrix").then()
                    .body("rows.answered", equalTo(List.of(List.of(true), List.of(true), List.of(false))))
                    .body("rows.failed", equalTo(List.of(List.of(false), List.of(false), List.of(true))));
            broken.set(false);
            upload("failing/prompts", List.of("{\"id\": \"p3\", \"prompt\": \"Question 3\"}"));
            ARENA.admin().post(path("failing") + "/answering/" + view.getLong("runs[0].id") + "/resume").then()
                    .statusCode(202);
            assertThat(finished("failing").getInt("runs[0].answered")).isEqualTo(4);
            ARENA.admin().get(path("failing") + "/matrix").then().body("answers", equalTo(4)).body("rows[2].failed",
                    equalTo(List.of(false)));
        }
    }

    @Test
    void cancelled_keepsWhatWasAnswered_andGoesOnWithTheRest() {
        try (ModelAndJudge server = new ModelAndJudge(ProjectAnsweringIT::answer)) {
            project("pausing", 6);
            String slug = model(server, "pausing-model", Map.of());
            server.holdAfter(3);
            start("pausing", Map.of("models", List.of(slug)));
            await().atMost(PATIENCE).until(() -> answering("pausing").getInt("runs[0].answered") == 3);
            String run = path("pausing") + "/answering/" + answering("pausing").getLong("runs[0].id");
            ARENA.admin().post(run + "/cancel").then().statusCode(204);
            ARENA.admin().post(run + "/cancel").then().statusCode(204);
            assertThat(answering("pausing").getString("runs[0].state")).isEqualTo("cancelled");
            server.letGo();
            ARENA.admin().post(run + "/resume").then().statusCode(202);
            assertThat(finished("pausing").getInt("runs[0].answered")).isEqualTo(6);
            ARENA.admin().get(path("pausing") + "/matrix").then().body("answers", equalTo(6));
        }
    }

    @Test
    void archived_isAskedNothingFurther_andDeletedTakesItsRunsAlong() {
        try (ModelAndJudge server = new ModelAndJudge(ProjectAnsweringIT::answer)) {
            project("closing", 4);
            String slug = model(server, "closing-model", Map.of());
            server.holdAfter(1);
            start("closing", Map.of("models", List.of(slug)));
            await().atMost(PATIENCE).until(() -> answering("closing").getInt("runs[0].answered") == 1);
            ARENA.admin().body(Map.of("archived", true)).patch(path("closing")).then().statusCode(200);
            server.letGo();
            await().atMost(PATIENCE).until(() -> answering("closing").getString("runs[0].state").equals("cancelled"));
            assertThat(answering("closing").getInt("runs[0].answered")).isEqualTo(1);
            ARENA.admin().body(Map.of("models", List.of(slug))).post(path("closing") + "/answering").then()
                    .statusCode(409).body("code", equalTo("project-archived"));
            ARENA.admin().queryParam("confirm", "closing").delete(path("closing")).then().statusCode(204);
            ARENA.admin().get(path("closing") + "/answering").then().statusCode(404);
        }
    }

    @Test
    void wrongRequests_areRefusedByTheirField_andStrangersFindNothing() {
        project("strict", 1);
        String to = path("strict") + "/answering";
        try (ModelAndJudge server = new ModelAndJudge(ProjectAnsweringIT::answer)) {
            String slug = model(server, "strict-model", Map.of());
            String other = model(server, "strict-other", Map.of());
            ARENA.admin().body(Map.of("models", List.of(slug, "nobody"))).post(to).then().statusCode(400)
                    .body("violations.field", hasItem("models"));
            ARENA.admin().body(Map.of("models", List.of())).post(to).then().statusCode(400);
            ARENA.admin().body(Map.of("models", List.of(slug, other), "name", "both")).post(to).then().statusCode(400)
                    .body("violations.field", hasItem("name"));
            ARENA.admin().body(Map.of("models", List.of(slug), "name", "a\u0007b")).post(to).then().statusCode(400)
                    .body("violations.field", hasItem("name"));
            ARENA.admin().get(to + "/forecast").then().statusCode(400).body("violations.field", hasItem("model"));
            ARENA.admin().post(to + "/4711/resume").then().statusCode(404).body("code", equalTo("unknown-answering"));
            ARENA.admin().body(Map.of("slug", "bare", "name", "Bare")).post("/api/admin/projects").then()
                    .statusCode(201);
            ARENA.admin().header("Accept-Language", "ja").body(Map.of("models", List.of(slug)))
                    .post(path("bare") + "/answering").then().statusCode(409).body("code", equalTo("no-prompts"))
                    .body("detail", containsString("プロンプト"));
            ARENA.admin().get(to).then().body("runs", hasSize(0));
            ARENA.reader("answering-stranger");
            ARENA.reader("answering-viewer");
            ARENA.admin().body(Map.of("account", "answering-viewer", "role", "viewer")).put(path("strict") + "/members")
                    .then().statusCode(204);
            ARENA.as("answering-viewer").get(to).then().statusCode(200);
            ARENA.as("answering-viewer").get("/desk/projects/strict/answering").then().statusCode(200);
            for (String name : List.of("answering-stranger", "answering-viewer")) {
                ARENA.as(name).body(Map.of("models", List.of(slug))).post(to).then().statusCode(404);
                ARENA.as(name).queryParam("model", slug).get(to + "/forecast").then().statusCode(404);
                ARENA.as(name).post(to + "/1/cancel").then().statusCode(404).body("code", equalTo("unknown-project"));
            }
            ARENA.as("answering-stranger").get(to).then().statusCode(404).body("runs", nullValue());
            ARENA.as("answering-stranger").get("/desk/projects/strict/answering").then().statusCode(404);
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void page_estimatesStartsAndFollows_andTheMatrixShowsWhatFailed(String language) {
        try (ModelAndJudge server = new ModelAndJudge(
                call -> call.last().equals("Question 2") ? Reply.refuses(400, Map.of()) : answer(call))) {
            String slug = "seen-" + language;
            project(slug, 3);
            model(server, "seen-a-" + language, Map.of());
            model(server, "seen-b-" + language, Map.of());
            Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, Looks.DESKTOP,
                    "/desk/projects/" + slug);
            page.locator("a[href$='/answering']").click();
            page.locator("#model-seen-a-" + language).check();
            page.locator("#model-seen-b-" + language).check();
            page.locator("#forecast").click();
            assertThat(page.locator("#forecast-shown")).containsText("seen-b-" + language + ": ");
            Looks.check(page);
            page.locator("#start-answering button[type=submit]").click();
            assertThat(page.locator("section[data-state=finished]")).hasCount(2,
                    new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis()));
            assertThat(page.locator("main")).containsText("BAD_REQUEST × 1");
            Looks.check(page);
            page.locator("a[href$='/matrix']").click();
            assertThat(page.locator("td .failed")).hasCount(2);
            Looks.check(page);
        }
    }
}
