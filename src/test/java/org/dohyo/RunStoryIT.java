package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.dohyo.benchmark.ModelAndJudge;
import org.dohyo.benchmark.ModelAndJudge.Asked;
import org.dohyo.benchmark.ModelAndJudge.Reply;
import org.dohyo.benchmark.run.RunQueue;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Runs of both benchmarks against a real server that plays models and judge. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RunStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIMIT = 3;
    private static final String PASSWORD = "a password for the tests";

    @TestHTTPResource
    URI home;

    @Inject
    AgroalDataSource database;

    @Inject
    RunQueue queue;

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", PASSWORD).contentType(ContentType.JSON);
    }

    /** Paused, so that no battle of another test meets it. */
    private static String model(ModelAndJudge server, String name) {
        String slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        admin().body(
                Map.of("slug", slug, "name", "Model " + name, "protocol", "openai", "baseUrl", server.url().toString(),
                        "modelId", name, "enabled", false, "concurrentRequests", LIMIT))
                .post("/api/admin/models").then()
                .statusCode(201);
        return slug;
    }

    private static String start(String benchmark, Map<String, Object> request) {
        return admin().body(request).post("/api/admin/benchmarks/" + benchmark + "/runs").then().statusCode(202)
                .extract()
                .header("Location");
    }

    private static JsonPath get(String run) {
        return admin().get(URI.create(run).getPath()).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath awaitState(String run, String state) {
        await().atMost(PATIENCE).until(() -> state.equals(admin().get(URI.create(run).getPath()).as(JsonNode.class)
                .path("state").textValue()));
        return get(run);
    }

    /** Prefers what "one" says, but is won over by the first place where a museum of clocks is spoken of. */
    private static Reply judge(String prompt) {
        if (prompt.contains("Verdict: [[C]]")) {
            boolean oneFirst = prompt.indexOf("one says") < prompt.indexOf("two says");
            return Reply.says("Verdict: " + (prompt.contains("museum of clocks") || oneFirst ? "[[A]]" : "[[B]]"));
        }
        return Reply.says("Fine. Rating: " + (prompt.contains("one says") ? "[[8]]" : "[[5]]"));
    }

    /** Answers as long as what is asked isn't among the refused. */
    private static Function<Asked, Reply> conversations(Set<String> refused, AtomicBoolean limited,
            AtomicBoolean mumbled) {
        return call -> {
            if (refused.stream().anyMatch(words -> call.model().equals("one") && call.last().contains(words))) {
                return Reply.refuses(400, Map.of());
            }
            if (call.model().equals("judge")) {
                return mumbled.compareAndSet(false, true) ? Reply.says("Hm.") : judge(call.last());
            }
            return call.model().equals("two") && limited.compareAndSet(false, true)
                    ? Reply.refuses(429, Map.of("Retry-After", "1"))
                    : Reply.says(call.model() + " says " + call.messages());
        };
    }

    @Test
    void mtBench_isAskedJudgedComparedAndStored_andFailuresAreAskedAgain() throws Exception {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        refused.add("lighthouse");
        try (ModelAndJudge server = new ModelAndJudge(
                conversations(refused, new AtomicBoolean(), new AtomicBoolean()))) {
            String one = model(server, "one");
            String two = model(server, "two");
            String judge = model(server, "judge");
            server.holdAfter(0);
            String run = start("mt-bench",
                    Map.of("models", List.of(one, two), "judge", judge, "pairwise", true, "language", "en"));
            await().atMost(PATIENCE).until(() -> server.asked().size() == 2 * LIMIT);
            assertThat(queue.claim("another replica").isEmpty()).as("no room is left at the endpoints").isTrue();
            server.letGo();
            JsonPath finished = awaitState(run, "FINISHED");

            // The refused answer takes with it the second turn, two judgements and two comparisons.
            assertThat(finished.getInt("total")).isEqualTo(16 * 10);
            assertThat(finished.getInt("failed")).isEqualTo(6);
            assertThat(finished.getInt("done")).isEqualTo(154);
            assertThat(finished.getInt("promptTokens")).isEqualTo(1540);
            assertThat(List.of(server.most("one"), server.most("two"))).containsOnly(LIMIT);
            assertThat(server.most("judge")).isLessThanOrEqualTo(LIMIT);
            assertThat(score(finished, one, "overall", "score")).isEqualTo(8);
            assertThat(score(finished, two, "overall", "score-turn-2")).isEqualTo(5);
            Map<String, Object> pair = finished.getMap("comparisons[0]");
            assertThat(pair).containsEntry("contradictions", 1).containsEntry("ties", 1);
            assertThat((int) pair.get("wins") + (int) pair.get("losses")).isEqualTo(14);
            assertThat(stored(one, "score", "overall")).isEqualTo(1);

            int before = server.asked().size();
            refused.clear();
            admin().post(URI.create(run).getPath() + "/retry").then().statusCode(202);
            awaitState(run, "FINISHED");
            assertThat(get(run).getInt("done")).isEqualTo(160);
            assertThat(server.asked().size() - before).as("only what had failed").isEqualTo(6);
            assertThat(stored(one, "score", "overall")).as("history").isEqualTo(2);
            assertThat(records(one)).as("answers and judgements behind the newest points for writing").isEqualTo(4);
            admin().post(URI.create(run).getPath() + "/retry").then().statusCode(409).body("code",
                    equalTo("nothing-to-retry"));
            assertThat(repeated(server, call -> call.model().equals("one") || call.model().equals("judge")))
                    .as("the refused prompt, and the judgement that was mumbled").isLessThanOrEqualTo(2);
        }
    }

    private static double score(JsonPath run, String model, String scenario, String metric) {
        return run.getDouble(
                "scores.find { it.model == '" + model + "' && it.scenario == '" + scenario + "' && it.metric == '"
                        + metric + "' }.value");
    }

    private long stored(String model, String metric, String scenario) throws Exception {
        return number(
                "select count(*) from benchmark_result r join model m on m.id = r.model_id where m.slug = '" + model
                        + "' and r.metric = '" + metric + "' and r.scenario = '" + scenario + "' and r.source = 'RUN'"
                        + " and r.settings ->> 'questions' = 'dohyo-1'");
    }

    private long records(String model) throws Exception {
        return number(
                "select count(*) from benchmark_record where content::jsonb ? 'judgement' and result_id = (select r.id from"
                        + " benchmark_result r join model m on m.id = r.model_id where m.slug = '" + model
                        + "' and r.metric = 'score' and r.scenario = 'writing' order by r.measured_at desc limit 1)");
    }

    private long number(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many prompts were sent more than once to the same model. */
    private static long repeated(ModelAndJudge server, java.util.function.Predicate<Asked> which) {
        return server.asked().stream().filter(which)
                .collect(Collectors.groupingBy(call -> call.model() + call.messages() + call.last(),
                        Collectors.counting()))
                .values()
                .stream().filter(times -> times > 1).count();
    }

    /** The likeliest letter is B; in words it says C. Who is plain refuses to tell chances, and says B. */
    private static Reply chooses(Asked call) {
        if (call.model().equals("plain")) {
            return call.logProbabilities() ? Reply.refuses(400, Map.of()) : Reply.says("Answer: Ｂ");
        }
        return Reply.says("C").with(Map.of("B", -0.2, "C", -1.9, "The", -3.0));
    }

    @Test
    void mmlu_isScoredByChancesOrWords_isWatchedLive_cancelledAndGoneOnWith() throws Exception {
        try (ModelAndJudge server = new ModelAndJudge(RunStoryIT::chooses);
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright)) {
            String sure = model(server, "sure");
            String plain = model(server, "plain");
            server.holdAfter(40);
            String run = start("mmlu", Map.of("models", List.of(sure, plain), "shots", 2));
            String id = run.substring(run.lastIndexOf('/') + 1);

            Page page = Browsers.open(browser, home.toString(), "en", 1280, "/desk/sign-in");
            page.locator("#name").fill("admin");
            page.locator("#password").fill(PASSWORD);
            page.locator("form[data-to='/api/session'] button").click();
            page.waitForURL("**/desk");
            page.navigate(home.resolve("/desk/runs/" + id).toString());
            await().atMost(PATIENCE).until(() -> get(run).getInt("running") == 2 * LIMIT);
            int done = get(run).getInt("done");
            assertThat(page.locator("[data-figure=done]")).hasText(Integer.toString(done));
            assertThat(page.locator("[data-figure=running]")).hasText(Integer.toString(2 * LIMIT));
            Looks.checkBoth(page);

            admin().post(URI.create(run).getPath() + "/cancel").then().statusCode(204);
            assertThat(page.locator("#progress strong")).hasText("cancelled", within30());
            await().atMost(PATIENCE).until(() -> get(run).getInt("running") == 0);
            int asked = server.asked().size();
            server.letGo();
            admin().post(URI.create(run).getPath() + "/cancel").then().statusCode(409);

            page.locator("form[data-to$='/retry'] button").click();
            assertThat(page.locator("#progress strong")).hasText("finished", within30());
            assertThat(page.locator("main")).containsText("not the original");
            page.locator(".calls summary").first().click();
            assertThat(page.locator(".calls .quote").first()).containsText("Answer the last one with its letter alone");
            Looks.checkBoth(page);
            page.navigate(home.resolve("/desk/runs").toString());
            Looks.checkBoth(page);

            JsonPath finished = get(run);
            assertThat(finished.getInt("done")).isEqualTo(144);
            assertThat(server.asked().size() - asked).as("only what had not been answered").isEqualTo(144 - done);
            assertThat(server.most("sure")).isLessThanOrEqualTo(LIMIT);
            // B is right in 22 of our own 72 questions.
            assertThat(score(finished, sure, "overall", "accuracy")).isCloseTo(22 / 72.0, within(1e-6));
            assertThat(score(finished, plain, "overall", "accuracy")).isCloseTo(22 / 72.0, within(1e-6));
            assertThat(score(finished, plain, "overall", "unparseable")).isZero();
            assertThat(number(
                    "select count(*) from benchmark_item where method = 'LOG_PROBABILITY' and run_id = '" + id + "'"))
                    .isEqualTo(72);
        }
    }

    private static LocatorAssertions.HasTextOptions within30() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }

    @Test
    void requestsAMinute_holdForRunsToo_andCancelEndsTheWait() {
        try (ModelAndJudge server = new ModelAndJudge(call -> Reply.says("B"))) {
            String slug = model(server, "rated");
            admin().body(Map.of("requestsPerMinute", 5)).patch("/api/admin/models/" + slug).then().statusCode(200);
            String run = start("mmlu", Map.of("models", List.of(slug)));
            await().atMost(PATIENCE).until(() -> get(run).getString("waitsUntil") != null);
            await().atMost(PATIENCE).until(() -> get(run).getInt("done") == server.asked().size());
            // A minute may have ended in between.
            assertThat(server.asked().size()).isIn(5, 10);
            admin().post(URI.create(run).getPath() + "/cancel").then().statusCode(204);
            assertThat(get(run).getInt("failed")).isZero();
        }
    }

    @Test
    void wrongRequests_areRefusedByField() {
        try (ModelAndJudge server = new ModelAndJudge(call -> Reply.says("B"))) {
            String slug = model(server, "asked");
            refused("mt-bench", Map.of("models", List.of(slug)), "judge");
            refused("mt-bench", Map.of("models", List.of(), "judge", slug), "models");
            refused("mt-bench", Map.of("models", List.of(slug, slug), "judge", slug), "models[1]");
            refused("mt-bench", Map.of("models", List.of("nobody"), "judge", slug), "models[0]");
            refused("mmlu", Map.of("models", List.of(slug), "judge", slug), "judge");
            refused("mmlu", Map.of("models", List.of(slug), "shots", 11), "shots");
            refused("mmlu", Map.of("models", List.of(slug), "questions", "nowhere"), "questions");
            refused("mmlu", Map.of("models", List.of(slug), "language", "fr"), "language");
            admin().body(Map.of("models", List.of(slug))).post("/api/admin/benchmarks/helm/runs").then()
                    .statusCode(404);
            admin().get("/api/admin/benchmarks/mmlu/runs/nowhere").then().statusCode(404);
            given().get("/api/admin/benchmarks/mmlu/runs").then().statusCode(401);
        }
    }

    private static void refused(String benchmark, Map<String, Object> request, String field) {
        admin().body(request).post("/api/admin/benchmarks/" + benchmark + "/runs").then().statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void originalFiles_areLoadedOnce_andWrongOnesRefusedWithTheirPlace() {
        String jsonl = "{\"question_id\":81,\"category\":\"writing\",\"turns\":[\"Write.\",\"Again.\"]}\n";
        load("mt-bench", "original-1", jsonl).statusCode(201).body("sets.version", hasItem("original-1"));
        load("mt-bench", "original-1", jsonl).statusCode(200);
        load("mt-bench", "original-1", jsonl.replace("Again", "Anew")).statusCode(422).body("errors[0].place",
                equalTo("the version"));
        load("mt-bench", "original-2", jsonl + "x").statusCode(422).body("errors[0].place", equalTo("line 2"));
        load("mt-bench", "original-3", "").statusCode(422).body("errors[0].place", equalTo("the file"));
        load("mt-bench", "dohyo-2", jsonl).statusCode(400);
        load("mmlu", "mine", "Why?,1,2,3,4,A\n").statusCode(400).body("violations.field", hasItem("subject"));
        load("mmlu", "mine&subject=why", "Why?,1,2,3,4,A\n").statusCode(201);
        load("mmlu", "yours&subject=why", "Why?,1,2,3,A\n").statusCode(422);
    }

    private static io.restassured.response.ValidatableResponse load(String benchmark, String version, String file) {
        return given().auth().preemptive().basic("admin", PASSWORD).contentType("application/octet-stream")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/admin/benchmarks/questions?benchmark=" + benchmark + "&version=" + version).then();
    }
}
