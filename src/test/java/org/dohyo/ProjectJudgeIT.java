package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

/** A model judges a project's items beside people, in both orders, by calls that end when they are cancelled. */
@Beside
class ProjectJudgeIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MODELS = 3;
    private static final int PROMPTS = 4;
    private static final int ITEMS = 12;
    private static final int LIMIT = 3;
    private static final Pattern ANSWERS = Pattern.compile("Answer (\\d+)\\b");

    private static String path(String slug) {
        return "/api/admin/projects/" + slug;
    }

    /** Answer i is of the model i mod 3 to the prompt i / 3; all pairs are planned, for one person each. */
    private static void project(String slug) {
        ARENA.admin().body(Map.of("slug", slug, "name", "Project " + slug)).post("/api/admin/projects").then()
                .statusCode(201);
        upload(slug + "/prompts", IntStream.range(0, PROMPTS)
                .mapToObj(prompt -> "{\"id\": \"p" + prompt + "\", \"prompt\": \"Question " + prompt + "\"}"));
        upload(slug + "/answers", IntStream.range(0, PROMPTS * MODELS).mapToObj(i -> "{\"prompt_id\": \"p" + i / MODELS
                + "\", \"model\": \"m" + i % MODELS + "\", \"answer\": \"Answer " + i + "\"}"));
        ARENA.admin().post(path(slug) + "/plan").then().statusCode(200).body("items", equalTo(ITEMS));
    }

    private static void upload(String path, Stream<String> lines) {
        ARENA.admin().contentType("application/octet-stream")
                .body(lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/projects/" + path).then().statusCode(200);
    }

    private static String model(ModelAndJudge server, String slug, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(Map.of("slug", slug, "name", "Judge " + slug, "protocol", "openai",
                "baseUrl", server.url().toString(), "modelId", "judge", "enabled", false, "concurrentRequests", LIMIT));
        model.putAll(more);
        ARENA.admin().body(model).post("/api/admin/models").then().statusCode(201);
        return slug;
    }

    /** For the answer of the model with the higher number; but see the questions 0 and 1. */
    private static Reply verdict(Asked call) {
        if (call.last().contains("Question 0")) {
            return Reply.says("The first one. Verdict: [[A]]");
        }
        if (call.last().contains("Question 1")) {
            return Reply.says("Both have their merits.");
        }
        Matcher answers = ANSWERS.matcher(call.last());
        answers.find();
        int a = Integer.parseInt(answers.group(1)) % MODELS;
        answers.find();
        int b = Integer.parseInt(answers.group(1)) % MODELS;
        return Reply.says("Verdict: " + (a > b ? "[[A]]" : "[[B]]"));
    }

    private static Function<Asked, Reply> busyAtFirst() {
        AtomicBoolean busy = new AtomicBoolean(true);
        return call -> busy.compareAndSet(true, false) ? Reply.refuses(429, Map.of("Retry-After", "1"))
                : verdict(call);
    }

    private static JsonPath judge(String slug) {
        return ARENA.admin().get(path(slug) + "/judge").then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath finished(String slug) {
        await().atMost(PATIENCE).until(() -> "finished".equals(ARENA.admin().get(path(slug) + "/judge")
                .as(JsonNode.class).at("/run/state").textValue()));
        return judge(slug);
    }

    /** Judges so many items, for the model with the higher number. */
    private static String people(String slug, int most) {
        String link = ARENA.admin().body(Map.of("label", "crowd", "places", 1)).post(path(slug) + "/invitations").then()
                .statusCode(201).extract().path("path");
        String cookie = ARENA.given().contentType("application/json")
                .body(Map.of("token", link.substring(link.lastIndexOf('/') + 1))).post("/api/projects/join")
                .cookie("dohyo_voter");
        for (int i = 0; i < most; i++) {
            Response next = ARENA.given().cookie("dohyo_voter", cookie).post("/api/projects/" + slug + "/next");
            assertThat(next.asString()).doesNotContain("verdict");
            int a = Integer.parseInt(next.<String> path("turns[0].a").substring(7)) % MODELS;
            int b = Integer.parseInt(next.<String> path("turns[0].b").substring(7)) % MODELS;
            ARENA.given().cookie("dohyo_voter", cookie).contentType("application/json")
                    .body(Map.of("id", next.<String> path("id"), "ratings", Map.of("overall", a > b ? "A" : "B")))
                    .post("/api/projects/" + slug + "/judgements").then().statusCode(200);
        }
        return cookie;
    }

    @Test
    void judge_isAskedBothOrdersWithinItsLimit_andStandsBesidePeople() {
        try (ModelAndJudge server = new ModelAndJudge(busyAtFirst())) {
            project("judged-both");
            String cookie = people("judged-both", 8);
            String slug = model(server, "judge-both",
                    Map.of("price", Map.of("currency", "USD", "input", 3, "output", 15, "since", "2026-01-01")));
            ARENA.admin().get(path("judged-both") + "/judge").then().body("run", nullValue());
            ARENA.admin().queryParam("model", slug).get(path("judged-both") + "/judge/forecast").then().statusCode(200)
                    .body("calls", equalTo(2 * ITEMS)).body("promptTokens", greaterThan(100 * ITEMS))
                    .body("currency", equalTo("USD")).body("cost", greaterThan(0f));
            ARENA.admin().body(Map.of("model", slug)).post(path("judged-both") + "/judge").then().statusCode(202);
            JsonPath view = finished("judged-both");
            assertThat(server.asked().stream().map(Asked::last).distinct()).hasSize(2 * ITEMS);
            assertThat(server.asked()).as("the busy one again").hasSize(2 * ITEMS + 1);
            assertThat(server.most("judge")).isLessThanOrEqualTo(LIMIT);
            assertThat(view.getInt("run.calls")).isEqualTo(2 * ITEMS);
            assertThat(view.getInt("run.unreadable")).isEqualTo(2 * MODELS);
            assertThat(view.getInt("run.read")).isEqualTo(2 * ITEMS - 2 * MODELS);
            assertThat(view.getDouble("report.contradictions.value")).isEqualTo(3 / 9.0, within(1e-6));
            assertThat(view.getDouble("report.first.value")).isEqualTo(1);
            assertThat(view.getList("report.models.model")).containsExactly("m2", "m1", "m0");
            assertThat(view.getList("report.newcomers")).isEmpty();
            for (String page : List.of("/projects/judged-both", "/projects/judged-both/judge", "/api/me/export")) {
                assertThat(ARENA.given().cookie("dohyo_voter", cookie).get(page).asString())
                        .doesNotContain("judge-both", "Both have their merits");
            }
            ARENA.admin().get(path("judged-both") + "/progress").then().body("judged", equalTo(8));
        }
    }

    @Test
    void cancelled_keepsWhatWasAnswered_andGoesOnWithTheRest() {
        try (ModelAndJudge server = new ModelAndJudge(ProjectJudgeIT::verdict)) {
            project("judged-stops");
            String slug = model(server, "judge-stops", Map.of());
            server.holdAfter(ITEMS);
            ARENA.admin().body(Map.of("model", slug, "template", "{a} or {b}?")).post(path("judged-stops") + "/judge")
                    .then()
                    .statusCode(202);
            ARENA.admin().body(Map.of("model", slug)).post(path("judged-stops") + "/judge").then().statusCode(409)
                    .body("code", equalTo("judge-running"));
            await().atMost(PATIENCE).until(() -> judge("judged-stops").getInt("run.read") + judge("judged-stops")
                    .getInt("run.unreadable") == ITEMS);
            ARENA.admin().post(path("judged-stops") + "/judge/cancel").then().statusCode(204);
            ARENA.admin().post(path("judged-stops") + "/judge/cancel").then().statusCode(204);
            assertThat(judge("judged-stops").getString("run.state")).isEqualTo("cancelled");
            server.letGo();
            ARENA.admin().post(path("judged-stops") + "/judge/resume").then().statusCode(202);
            JsonPath view = finished("judged-stops");
            assertThat(view.getInt("run.read") + view.getInt("run.unreadable")).isEqualTo(2 * ITEMS);
            assertThat(view.getInt("run.failed")).isZero();
            assertThat(view.getList("report.models")).isEmpty();
        }
    }

    @Test
    void wrongRequests_areRefusedByTheirField() {
        project("judged-refuses");
        String to = path("judged-refuses") + "/judge";
        ARENA.admin().body(Map.of("model", "nobody")).post(to).then().statusCode(400).body("violations.field",
                hasItem("model"));
        ARENA.admin().body(Map.of("model", "dohyo-quick", "language", "xx")).post(to).then().statusCode(400)
                .body("violations.field", hasItem("language"));
        ARENA.admin().get(to + "/forecast").then().statusCode(400).body("violations.field", hasItem("model"));
        ARENA.admin().post(to + "/resume").then().statusCode(404).body("code", equalTo("no-judge"));
        ARENA.admin().post(to + "/cancel").then().statusCode(404);
        try (ModelAndJudge server = new ModelAndJudge(ProjectJudgeIT::verdict)) {
            String slug = model(server, "judge-refused", Map.of());
            ARENA.admin().body(Map.of("model", slug, "template", "only {a}")).post(to).then().statusCode(400)
                    .body("violations.field", hasItem("template"));
            ARENA.admin().body(Map.of("slug", "judged-empty", "name", "Empty")).post("/api/admin/projects").then()
                    .statusCode(201);
            ARENA.admin().body(Map.of("model", slug)).post(path("judged-empty") + "/judge").then().statusCode(409)
                    .body("code", equalTo("nothing-planned"));
            ARENA.admin().get(path("judged-empty") + "/judge").then().body("run", nullValue());
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void page_estimatesStartsFollowsAndShowsTheJudge(String language) {
        try (ModelAndJudge server = new ModelAndJudge(ProjectJudgeIT::verdict)) {
            String slug = "judged-" + language;
            project(slug);
            people(slug, 8);
            model(server, "judge-" + language, Map.of());
            Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, Looks.DESKTOP,
                    "/desk/projects/" + slug);
            page.locator("a[href$='/judge']").click();
            page.locator("#judge-model").selectOption("judge-" + language);
            page.locator("#forecast").click();
            assertThat(page.locator("#forecast-shown")).containsText(String.valueOf(2 * ITEMS));
            Looks.check(page);
            page.locator("#start-judge button[type=submit]").click();
            assertThat(page.locator("#judging[data-state=finished]"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
            assertThat(page.locator("table[aria-labelledby=ratings] tbody tr")).hasCount(MODELS);
            Looks.check(page);
        }
    }
}
