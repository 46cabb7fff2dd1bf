package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Results of other tools: in by files, out as JSON, CSV and pages. The models are this test's own. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchmarksIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String PASSWORD = "a password for the tests";
    private static final List<String> MODELS = List.of("yard-a", "yard-b", "yard-c", "yard-d", "yard-e");
    private static final String LLAMA = "lm-eval-0.3-llama2-7b-chat.json";

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    private boolean ready;

    /**
     * Before the first test only: five models that votes connect, the first the best, and what the pages show of them.
     */
    @BeforeEach
    void measure() throws IOException {
        if (ready) {
            return;
        }
        StringJoiner votes = new StringJoiner(",", "[", "]");
        for (int vote = 0; vote < 120; vote++) {
            int a = vote % MODELS.size();
            int b = (a + 1 + vote / MODELS.size() % (MODELS.size() - 1)) % MODELS.size();
            String winner = vote % 3 == 0 ? "tie" : a < b ? "model_a" : "model_b";
            votes.add(
                    "{\"question_id\":\"yard-%d\",\"model_a\":\"%s\",\"model_b\":\"%s\",\"winner\":\"%s\",\"judge\":\"j%d\",\"tstamp\":1}"
                            .formatted(vote, MODELS.get(a), MODELS.get(b), winner, vote));
        }
        admin().contentType("application/json").body(votes.toString()).post("/api/admin/votes/import?format=fastchat")
                .then()
                .statusCode(200);
        send("lm-eval", "yard-a", file("lm-eval-0.3-rinna-3.6b-ppo.json")).statusCode(200);
        send("csv", null, table().getBytes(StandardCharsets.UTF_8)).statusCode(200);
        map("tiny-7b", "yard-a");
        map("small-3b", "yard-b");
        send("mt-bench", null, file("mt-bench-single.jsonl")).statusCode(200).body("read", equalTo(16));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> given().get("/api/leaderboard").then().body("models.slug",
                        hasItems(MODELS.toArray(String[]::new))));
        ready = true;
    }

    /** Accuracies that follow the arena's order, but for one swapped pair. */
    private static String table() {
        StringBuilder csv = new StringBuilder("benchmark,model,scenario,metric,value,n\n");
        double[] accuracy = { 0.7, 0.6, 0.4, 0.5, 0.3 };
        for (int i = 0; i < MODELS.size(); i++) {
            csv.append(
                    "mmlu,%s,overall,accuracy,%s,400\nmmlu,%s,anatomy,accuracy,%s,100\n".formatted(MODELS.get(i),
                            accuracy[i],
                            MODELS.get(i), accuracy[i] + 0.05));
        }
        return csv.append("mmlu,yard-a,law,accuracy,0.55,100\n").toString();
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = BenchmarksIT.class.getResourceAsStream("/benchmark/" + name)) {
            return file.readAllBytes();
        }
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", PASSWORD);
    }

    private static ValidatableResponse send(String format, String model, byte[] body) {
        RequestSpecification call = admin().contentType("application/octet-stream").queryParam("format", format)
                .body(body);
        return (model == null ? call : call.queryParam("model", model)).post("/api/admin/benchmarks/import").then();
    }

    private static ValidatableResponse map(String name, String model) {
        return admin().contentType("application/json").body(Map.of("name", name, "model", model))
                .put("/api/admin/benchmarks/models").then();
    }

    private static JsonPath results(String benchmark) {
        return given().get("/api/benchmarks/" + benchmark + "/results").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void publishedFile_comesOnce_withEachFigureAsItIs() throws IOException {
        JsonPath json = new JsonPath(new String(file(LLAMA), StandardCharsets.UTF_8));
        int read = send("lm-eval", "yard-c", file(LLAMA)).statusCode(200).body("duplicates", equalTo(0)).extract()
                .path("read");
        send("lm-eval", "yard-c", file(LLAMA)).statusCode(200).body("read", equalTo(read)).body("imported", equalTo(0))
                .body("duplicates", equalTo(read));
        List<Map<String, Object>> found = results("lm-eval").getList("results.findAll { it.model == 'yard-c' }");
        assertThat(found).hasSize(read).allSatisfy(result -> {
            Map<String, Number> task = json.getMap("results.'" + result.get("scenario") + "'");
            assertThat(((Number) result.get("value")).doubleValue())
                    .isEqualTo(task.get(result.get("metric")).doubleValue());
            assertThat(result.get("source")).isEqualTo("IMPORTED");
            Number error = task.get(result.get("metric") + "_stderr");
            assertThat(result.get("standardError") == null).isEqualTo(error == null);
        });
        given().get("/api/benchmarks").then().statusCode(200)
                .body("benchmarks.find { it.slug == 'lm-eval' }.scenarios",
                        hasItems("jcommonsenseqa-1.1-0.3", "mgsm-1.0-0.3"))
                .body("benchmarks.find { it.slug == 'lm-eval' }.metrics.find { it.name == 'acc' }.unit",
                        equalTo("fraction"))
                .body("benchmarks.find { it.slug == 'lm-eval' }.metrics.find { it.name == 'f1' }.high", equalTo(100.0f))
                .body("benchmarks.find { it.slug == 'lm-eval' }.metrics.find { it.name == 'f1' }.higherIsBetter",
                        equalTo(true));
    }

    @Test
    void unknownNames_areTold_mappedOnce_andKnownAfterwards() throws IOException {
        send("helm", null, file("helm-table.json")).statusCode(422).contentType("application/problem+json")
                .body("code", equalTo("invalid-import")).body("errors.size()", equalTo(2))
                .body("errors[0].place", equalTo("/0/rows/0/2/value"))
                .body("errors[0].reason", containsString("Tiny (7B)"))
                .body("unknownModels.name", equalTo(List.of("Tiny (7B)", "Small (3B)")));
        map("Tiny (7B)", "nobody-at-all").statusCode(400).body("violations[0].field", equalTo("model"));
        map("Tiny (7B)", "yard-a").statusCode(200);
        admin().contentType("application/json")
                .body("{\"name\":\"Small (3B)\",\"model\":\"yard-new\",\"register\":true}")
                .put("/api/admin/benchmarks/models").then().statusCode(200);
        send("helm", null, file("helm-table.json")).statusCode(200).body("imported", equalTo(3));
        send("helm", "yard-a", file("helm-table.json")).statusCode(422).body("errors[0].place", equalTo("?model"));
        send("helm", "nobody-at-all", file("helm-run.json")).statusCode(422).body("errors[0].reason",
                containsString("nobody"));
        send("helm", "yard-d", file("helm-run.json")).statusCode(200).body("imported", equalTo(3));
        admin().get("/api/admin/benchmarks/models").then().body("models.name", hasItems("Tiny (7B)", "Small (3B)"));
        given().get("/models/yard-new").then().statusCode(200);
        given().get("/api/models").then().body("models.find { it.slug == 'yard-new' }.enabled", equalTo(false));
    }

    @Test
    void wrongFiles_leaveNothing_andSayWhere() throws IOException {
        send("csv", null,
                ("benchmark,model,scenario,metric,value\nyard-wrong,yard-a,s,m,1\nyard-wrong,yard-a,s,m,much\n")
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(422).body("errors[0].place", equalTo("line 3"));
        given().get("/api/benchmarks/yard-wrong/results").then().statusCode(404);
        send("csv", null, "benchmark,model,scenario,metric,value\nmmlu,yard-a,overall,accuracy,60\n"
                .getBytes(StandardCharsets.UTF_8)).statusCode(422).body("errors[0].reason", containsString("1.0"));
        send("xml", null, new byte[] { 1 }).statusCode(400).body("violations[0].field", equalTo("format"));
        given().contentType("application/octet-stream").body(new byte[] { 1 })
                .post("/api/admin/benchmarks/import?format=csv")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse csv(String parameters, String rows) {
        return admin().contentType("text/csv").body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/benchmarks/import?format=csv" + parameters).then();
    }

    @Test
    void whatIsNoFigure_isLeftOutAndReported_wrongRecordsOnlyWhereAsked() {
        String rows = """
                benchmark,model,scenario,metric,value,standard_error
                yard-skip,yard-a,s,m,1,nan
                yard-skip,yard-a,t,m,nan,
                yard-skip,yard-nobody,s,m,1,
                yard-skip,yard-b,s,m,much,
                """;
        csv("", rows).statusCode(422);
        given().get("/api/benchmarks/yard-skip/results").then().statusCode(404);
        csv("&skipInvalid=yes", rows).statusCode(400).body("violations[0].field", equalTo("skipInvalid"));
        csv("&skipInvalid=true", rows).statusCode(200).body("read", equalTo(4)).body("imported", equalTo(1))
                .body("skipped", equalTo(3)).body("errors.place", hasItems("line 3", "line 4", "line 5"));
        assertThat(results("yard-skip").getList("results.standardError")).containsExactly((Object) null);
        csv("", "benchmark,model,scenario,metric,value\nyard-skip,yard-b,s,m,1\nyard-skip,yard-b,t,m,nan\n")
                .statusCode(200).body("imported", equalTo(1)).body("skipped", equalTo(1))
                .body("errors[0].place", equalTo("line 3"));
    }

    @Test
    void roundings_areWithinTheRange() {
        csv("", "benchmark,model,scenario,metric,value\nmmlu,yard-e,rounded,accuracy,1.0000000000000002\n")
                .statusCode(200).body("imported", equalTo(1));
        assertThat(results("mmlu").getList("results.findAll { it.scenario == 'rounded' }.value"))
                .containsExactly(1.0f);
    }

    @Test
    void otherEncodings_areRefusedWithASentence() throws IOException {
        for (String encoding : List.of("Shift_JIS", "EUC-JP", "UTF-16")) {
            send("csv", null, "model,scenario,metric,value\nyard-a,日本,m,1\n".getBytes(encoding)).statusCode(422)
                    .contentType("application/problem+json").body("errors[0].reason", containsString("is not UTF-8"));
            send("mt-bench", null, "{\"question_id\":81,\"model\":\"ベース\",\"score\":8}".getBytes(encoding))
                    .statusCode(422).body("errors[0].reason", containsString("is not UTF-8"));
        }
    }

    @Test
    void theMainMetricOfAScenario_isItsOwnFirst_whateverCameBefore() {
        csv("", "benchmark,model,scenario,metric,value\nyard-main,yard-a,one,x,1\nyard-main,yard-a,one,y,1\n")
                .statusCode(200);
        csv("", "benchmark,model,scenario,metric,value\nyard-main,yard-a,two,y,1\nyard-main,yard-a,two,x,1\n")
                .statusCode(200);
        given().get("/api/benchmarks/yard-main/matrix").then().statusCode(200)
                .body("scenarios.find { it.scenario == 'one' }.metric", equalTo("x"))
                .body("scenarios.find { it.scenario == 'two' }.metric", equalTo("y"));
    }

    @Test
    void results_areNeverChanged_theNewestCounts() throws SQLException {
        for (String value : List.of("0.1", "0.2")) {
            admin().contentType("application/json")
                    .body("{\"benchmark\":\"yard-own\",\"model\":\"yard-a\",\"scenario\":\"s\",\"metric\":\"m\",\"value\":"
                            + value + "}")
                    .post("/api/admin/benchmarks/results").then().statusCode(200).body("imported", equalTo(1));
            // At once, though the same was asked and answered a moment ago.
            assertThat(results("yard-own").getList("results.value")).containsExactly(Float.valueOf(value));
        }
        given().get("/api/benchmarks/yard-own/records?scenario=s&model=yard-a").then().body("results.value",
                equalTo(List.of(0.2f, 0.1f))).body("results[0].source", equalTo("ENTERED"));
        given().get("/api/benchmarks/yard-own/records?scenario=s&model=yard-a&format=csv").then()
                .body(containsString("\r\nyard-a,s,m,0.2,")).body(containsString("\r\nyard-a,s,m,0.1,"));
        try (var connection = database.getConnection(); var sql = connection.createStatement()) {
            for (String change : List.of("update benchmark_result set value = 1", "delete from benchmark_record")) {
                assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("append-only");
            }
        }
        admin().contentType("application/json")
                .body("{\"benchmark\":\"table\",\"model\":\"yard-a\",\"scenario\":\"s\",\"metric\":\"m\"}")
                .post("/api/admin/benchmarks/results").then().statusCode(400);
    }

    @Test
    void reads_areTagged_openToOtherSites_andTablesToo() {
        String tag = given().get("/api/benchmarks/mmlu/results").then().statusCode(200)
                .header("Access-Control-Allow-Origin", "*").extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/benchmarks/mmlu/results").then().statusCode(304);
        given().header("Accept", "text/csv").get("/api/benchmarks/mmlu/results").then()
                .contentType(containsString("text/csv"))
                .body(containsString("mmlu,yard-b,anatomy,accuracy,0.65,,100,IMPORTED,"));
        given().get("/api/benchmarks?format=csv").then().body(containsString("mt-bench,MT-Bench,1,9,"));
        given().get("/api/benchmarks/table?format=csv").then().body(containsString("yard-a,yard-a,,,,false,"));
        given().get("/api/benchmarks/table").then().body("models.find { it.model == 'yard-a' }.mtBench", equalTo(6.0f))
                .body("models.find { it.model == 'yard-b' }.mmlu", equalTo(0.6f));
        given().get("/api/benchmarks/mmlu/matrix").then()
                .body("models.find { it.model == 'yard-a' }.meanWinRate", equalTo(1.0f))
                .body("models.find { it.model == 'yard-a' }.winRateScenarios", equalTo(1));
        given().get("/api/benchmarks/mmlu/correlation").then().body("n", equalTo(5)).body("rho", equalTo(0.9f))
                .body("scenario", equalTo("overall"));
        given().get("/api/benchmarks/nobody/results").then().statusCode(404);
        given().get("/api/benchmarks/mmlu/results?format=xml").then().statusCode(400);
        given().get("/api/benchmarks/mmlu/matrix?metric=x").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({ "en, /benchmarks", "ja, /benchmarks", "en, /benchmarks/mmlu", "ja, /benchmarks/lm-eval",
            "en, /benchmarks/table",
            "ja, /benchmarks/table", "ja, /benchmarks/mt-bench/results?scenario=writing&model=yard-a",
            "en, /benchmarks/mt-bench/results?scenario=overall&model=yard-a",
            "en, /leaderboard?columns=mtbench&columns=mmlu&sort=mmlu&name=yard" })
    void pages_areCleanInAllLooks(String language, String path) {
        Page page = Browsers.open(CHROMIUM.browser(), server.toString(), language, Looks.DESKTOP, path);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        Looks.check(page);
    }

    @Test
    void fromTheMatrix_toEachAnswer() {
        Page page = Browsers.open(CHROMIUM.browser(), server.toString(), "en", Looks.DESKTOP, "/benchmarks/mmlu");
        assertThat(page.locator(".correlation")).containsText("+0.90, 95% interval −0.17 to +1.00 (5 models)");
        assertThat(page.locator("#scatter svg circle")).hasCount(5);
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("yard-b")).first())
                .containsText("not measured");
        page.navigate(server.resolve("/benchmarks/mt-bench").toString());
        page.locator("tr:has-text('yard-a') a[href*='scenario=writing']").click();
        assertThat(page.locator(".records li")).hasCount(4);
        assertThat(page.locator(".records li dt").first()).hasText("question_id");
        assertThat(page.locator(".records")).containsText("An answer with <b>markup</b> & signs.");
        given().get("/api/benchmarks/mt-bench/records?scenario=writing&model=yard-a&format=csv").then()
                .contentType("text/csv").body(containsString(",\"{\"\"question_id\"\":"));
        page.navigate(server.resolve("/leaderboard?columns=mmlu&name=yard-a").toString());
        assertThat(page.locator("#rows .extra")).containsText("70.0%");
    }

    @ParameterizedTest
    @CsvSource({ "en, already known, 1 left out, value is no number: much",
            "ja, 登録済み, 除外した 1 件, value が数値ではありません：much" })
    void desk_importsAFile_andNamesWhatIsWrong(String language, String known, String left, String reason,
            @TempDir Path directory) throws IOException {
        Page page = desk(language, "/desk/benchmarks");
        page.locator("#format").selectOption("csv");
        page.locator("#file").setInputFiles(Files.writeString(directory.resolve("results.csv"), table()));
        page.locator("#import button").click();
        assertThat(page.locator("#import .outcome")).containsText(known);
        page.locator("#file").setInputFiles(Files.writeString(directory.resolve("wrong.csv"), "model,value\n"));
        page.locator("#import button").click();
        assertThat(page.locator("#import-errors li")).hasCount(2);
        Looks.check(page);
        page.locator("#file").setInputFiles(Files.writeString(directory.resolve("half.csv"),
                table() + "mmlu,yard-a,law,accuracy,much,\n"));
        page.locator("#import button").click();
        assertThat(page.locator("#import-errors li")).hasText("line 13 " + reason);
        page.locator("#skip-invalid").check();
        page.locator("#import button").click();
        assertThat(page.locator("#import .outcome")).containsText(left);
        assertThat(page.locator("#import-errors li")).hasText("line 13 " + reason);
        Looks.check(page);
    }

    private Page desk(String language, String path) {
        return Browsers.desk(CHROMIUM.browser(), server.toString(), language, Looks.DESKTOP, path);
    }

    @ParameterizedTest
    @CsvSource({ "en, 'org/Yard-A-Instruct', quokka-9, 1 new",
            "ja, 'org/Yard-A-Chat', wombat-5, 新規 1 件" })
    void desk_mapsUnknownNames_andImportsTheSameFile(String language, String name, String other, String imported,
            @TempDir Path directory) throws IOException {
        Page page = desk(language, "/desk/benchmarks");
        page.locator("#format").selectOption("csv");
        page.locator("#file").setInputFiles(Files.writeString(directory.resolve("named.csv"),
                "benchmark,model,scenario,metric,value\nmapped-" + language + "," + name + ",overall,accuracy,0.5\n"
                        + "mapped-" + language + "," + other + ",overall,accuracy,0.25\n"));
        page.locator("#import button").click();
        Locator names = page.locator("#unknown-names select");
        assertThat(names).hasCount(2);
        assertThat(page.getByLabel(name)).hasValue("yard-a");
        assertThat(page.getByLabel(other)).hasValue("");
        Looks.check(page);
        page.getByLabel(other).selectOption("+");
        page.locator("#import button").click();
        assertThat(page.locator("#import .outcome")).containsText(imported.replace("1", "2"));
        assertThat(page.locator("#unknown-names")).isHidden();
        admin().get("/api/admin/benchmarks/models").then().body("models.find { it.name == '" + name + "' }.model",
                equalTo("yard-a"));
        given().get("/models/" + other).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "en, Find a model", "ja, モデルを検索" })
    void desk_findsTheModelsOfARun_andKeepsWhatIsChecked(String language, String find) {
        Page page = desk(language, "/desk/runs");
        Locator form = page.locator("#run-mt-bench");
        Locator shown = form.locator(".choices .check:visible");
        form.locator("input[value=demo-ozeki]").check();
        form.getByLabel(find).fill("YOKO");
        form.getByLabel(find).press("Enter");
        assertThat(shown).hasCount(2);
        assertThat(form.locator("input[value=demo-yokozuna]")).isVisible();
        form.locator("input[value=demo-ozeki]").uncheck();
        form.getByLabel(find).fill("yokozuna");
        assertThat(shown).hasCount(1);
        Looks.check(page);
        form.getByLabel(find).fill("");
        assertThat(form.locator("input[value=demo-ozeki]")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({ "en, Judges tend to prefer", "ja, 自分の回答を高く評価" })
    void desk_warnsOfAJudgeThatJudgesItself(String language, String warning) {
        Page page = desk(language, "/desk/runs");
        Locator form = page.locator("#run-mt-bench");
        Locator notice = form.locator("[data-judges-itself]");
        String judge = form.locator("select[name=judge]").inputValue();
        assertThat(notice).isHidden();
        form.locator("input[name=models]:not([value='" + judge + "'])").first().check();
        assertThat(notice).isHidden();
        form.locator("input[name=models][value='" + judge + "']").check();
        assertThat(notice).containsText(warning);
        assertThat(notice).isVisible();
        Looks.check(page);
    }
}
