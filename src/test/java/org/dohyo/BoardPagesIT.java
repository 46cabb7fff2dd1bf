package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

import io.restassured.specification.RequestSpecification;

/** The leaderboard's pages over the oracle's 6,000 votes: they say what the JSON says, with and without JavaScript. */
@Beside
class BoardPagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static RequestSpecification given() {
        return ARENA.given();
    }

    @BeforeAll
    static void vote() throws Exception {
        try (InputStream file = new GZIPInputStream(
                BoardPagesIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            cast(file.readAllBytes());
        }
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            JsonNode board = ARENA.json("/api/leaderboard");
            assertThat(board.path("votes").intValue()).isEqualTo(6_000);
            assertThat(board.path("uncertaintyLogSize").isNumber()).isTrue();
            assertThat(board.path("uncertaintyLogSize").longValue())
                    .isGreaterThanOrEqualTo(board.path("logSize").longValue());
        });
    }

    private static void cast(byte[] votes) {
        ARENA.admin().contentType("application/octet-stream").body(votes)
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
    }

    private Page open(String language, String path) {
        return Browsers.open(CHROMIUM.browser(), ARENA.uri().toString(), language, Looks.DESKTOP, path);
    }

    private Page openWithoutScripts(String path) {
        Page page = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))
                .newPage();
        page.navigate(ARENA.uri().resolve(path).toString());
        return page;
    }

    private static List<String> slugs(Page page) {
        return page.locator("#rows tr[data-slug]").all().stream().map(row -> row.getAttribute("data-slug")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?method=elo", "?weights=votes", "?category=japanese" })
    void table_saysWhatTheJsonSays(String query) {
        Page page = openWithoutScripts("/leaderboard" + query);
        List<Map<String, Object>> rows = given().get("/api/leaderboard" + query).jsonPath().getList("models");
        assertThat(page.locator("#rows tr[data-slug]")).hasCount(rows.size());
        for (Map<String, Object> row : rows) {
            Locator shown = page.locator("#rows tr[data-slug='" + row.get("slug") + "']");
            assertThat(shown.locator(".rank")).hasText(
                    Pattern.compile(row.get("rank") == null ? "^–$" : "^" + row.get("rank") + "\\b"));
            assertThat(shown.locator(".rating")).hasText(Pattern.compile("^" + Math.round(((Number) row.get("rating"))
                    .doubleValue()) + (row.get("low") == null ? "$" : " ± \\d+$")));
            assertThat(shown.locator(".votes")).hasText(String.format("%,d", (int) row.get("votes")));
        }
    }

    @Test
    void withoutScripts_theFormFilters_andTheHeadsSort() {
        Page page = openWithoutScripts("/leaderboard");
        page.locator("#settings > summary").click();
        page.locator("[name=minVotes]").fill("400");
        page.locator("#apply").click();
        assertThat(page).hasURL(Pattern.compile("minVotes=400"));
        List<String> enough = given().get("/api/leaderboard").jsonPath()
                .getList("models.findAll { it.votes >= 400 }.slug");
        assertThat(slugs(page)).containsExactlyElementsOf(enough).isNotEmpty();
        page.locator("[name=sort]").selectOption("name");
        page.locator("[name=reverse]").check();
        page.locator("#apply").click();
        assertThat(page).hasURL(Pattern.compile("sort=name&reverse=true"));
        assertThat(slugs(page)).isSortedAccordingTo(Comparator.reverseOrder());
        page.locator("thead .votes a").click();
        assertThat(page.locator("thead .votes")).hasAttribute("aria-sort", "descending");
        assertThat(slugs(page)).containsExactlyInAnyOrderElementsOf(enough);
        List<Integer> votes = page.locator("#rows .votes").allInnerTexts().stream()
                .map(text -> Integer.parseInt(text.replaceAll("\\D", ""))).toList();
        assertThat(votes).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void withScripts_whatIsChosenGoesIntoTheAddress_withoutANewPage() {
        Page page = open("en", "/leaderboard");
        assertThat(page.locator("#live.on")).isVisible();
        int[] navigations = { 0 };
        page.onRequest((Request request) -> navigations[0] += request.isNavigationRequest() ? 1 : 0);
        page.locator("#settings > summary").click();
        page.locator("[name=name]").fill("model-01");
        assertThat(page.locator("#rows tr[data-slug]")).hasCount(10);
        assertThat(page).hasURL(Pattern.compile("\\?name=model-01$"));
        page.locator("[name=columns][value=share]").check();
        assertThat(page.locator("thead .extra")).hasText("Planned share");
        page.locator("[name=name]").fill("nobody has this name");
        assertThat(page.locator("#content .empty-title")).hasText("No models match these filters");
        assertThat(navigations[0]).isZero();
    }

    @Test
    void votesCastMeanwhile_areTold_andTheTableFollows() {
        Page page = open("en", "/leaderboard?category=korean");
        assertThat(page.locator("#live.on")).isVisible();
        cast("""
                [{"question_id":"meanwhile","model_a":"late-a","model_b":"late-b","winner":"model_a","judge":"j",
                "tstamp":1700000000,"language":"Korean"}]""".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#rows tr[data-slug]")).hasCount(2);
        assertThat(page.locator("#since")).hasText("1 more vote since you opened the page");
        assertThat(page.locator("#rows .apart")).containsText("Preliminary");
        // No vote connects the two with all others.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get("/models/late-a").then().statusCode(200)
                .body(containsString("No rank in Overall")));
        assertThat(openWithoutScripts("/models/model-000").locator("main")).not().containsText("No rank in");
    }

    @ParameterizedTest
    @CsvSource({ "en, /leaderboard?sort=votes&columns=share&minVotes=1&retired=true", "ja, /leaderboard?name=model-00",
            "ja, /leaderboard?styleControl=true&category=korean", "en, /leaderboard?name=nobody",
            "en, /models/model-000",
            "ja, /models/model-001", "ja, /models/model-000/vs/model-004", "en, /models/model-000/vs/model-001",
            "en, /leaderboard/charts?name=model-00", "ja, /leaderboard/charts?name=model-01", "en, /method",
            "ja, /method",
            "en, /embed/leaderboard", "ja, /embed/leaderboard?limit=3" })
    void pages_areCleanInAllLooks(String language, String path) {
        Page page = open(language, path);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        Looks.check(page);
    }

    private static void price(String slug, String currency, Object input, Object output) {
        ARENA.admin().body(Map.of("contextWindow", 128_000, "price",
                Map.of("currency", currency, "input", input, "output", output, "since", "2026-01-01", "source",
                        "https://prices.example/" + slug)))
                .patch("/api/admin/models/" + slug).then().statusCode(200);
    }

    /** Unknown stays unknown, what is entered is shown on the page as in the data, and a code name hides it. */
    @Test
    void qualityPriceAndSpeed_areShownAsFarAsKnown() throws Exception {
        for (String language : List.of("en", "ja")) {
            Page empty = open(language, "/leaderboard/value");
            assertThat(empty.locator("#no-prices")).isVisible();
            assertThat(empty.locator("#no-speeds")).isVisible();
            assertThat(empty.locator(".chart")).hasCount(0);
            Looks.check(empty);
        }
        given().get("/api/leaderboard/value").then().statusCode(200).body("currency", nullValue())
                .body("cheapest", nullValue()).body("models.findAll { it.price }.size()", equalTo(0));
        List<String> slugs = given().get("/api/leaderboard").jsonPath().getList("models.slug");
        String best = slugs.get(0);
        for (int i = 0; i < 6; i++) {
            price(slugs.get(i * 2), "USD", 8.0 / (1 << i), 24.0 / (1 << i));
        }
        price(slugs.get(1), "JPY", 450, 1800);
        price(slugs.get(3), "USD", 0, 0);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get("/api/leaderboard/value").then()
                .body("models.findAll { it.price }.size()", equalTo(7)));
        given().get("/api/leaderboard/value").then().body("currencies", equalTo(List.of("USD", "JPY")))
                .body("models[0].slug", equalTo(best)).body("models[0].price.blended", equalTo(12))
                .body("models[1].price", nullValue()).body("models[1].otherCurrency", equalTo("JPY"));
        assertThat(given().get("/api/leaderboard/value?format=csv").then().statusCode(200).extract().asString().lines())
                .hasSize(given().get("/api/leaderboard/value").jsonPath().getList("models").size() + 1);
        given().get("/api/leaderboard/value?currency=dollar").then().statusCode(400)
                .body("violations.field", hasItem("currency"));
        given().get("/api/leaderboard/value?category=none").then().statusCode(400);
        given().get("/leaderboard/value/size.svg").then().statusCode(404);
        JsonNode data = new ObjectMapper().readTree(given().get("/api/leaderboard/value").asString());
        for (String language : List.of("en", "ja")) {
            Page page = open(language, "/leaderboard/value");
            assertThat(page.locator("table.values tbody tr")).hasCount(8);
            assertThat(page.locator("#price .wide .chart circle")).hasCount(7);
            assertThat(page.locator("#cheapest")).containsText(named(data, data.at("/cheapest/slug").asText()));
            Looks.check(page);
        }
        Page jpy = openWithoutScripts("/leaderboard/value?currency=JPY");
        assertThat(jpy.locator("#price .wide .chart circle")).hasCount(1);
        assertThat(jpy.locator(".currencies [aria-current]")).hasText("JPY");
        byte[] picture = given().get("/leaderboard/value/price.svg").then().statusCode(200).extract().asByteArray();
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(picture))
                .getElementsByTagName("circle").getLength()).isEqualTo(7);

        assertThat(openWithoutScripts("/models/" + best).locator("#service + table"))
                .containsText("8 in, 24 out (USD)");
        ARENA.admin().body(Map.of("codeName", "Mystery")).patch("/api/admin/models/" + best).then().statusCode(200);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get("/api/leaderboard/value").then()
                .body("models.find { it.slug == '" + best + "' }.price", nullValue())
                .body("models.find { it.slug == '" + best + "' }.contextWindow", nullValue()));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get("/models/" + best).then()
                .body(not(containsString("prices.example"))).body(not(containsString("128,000"))));
        Map<String, Object> published = new HashMap<>();
        published.put("codeName", null);
        ARENA.admin().body(published).patch("/api/admin/models/" + best).then().statusCode(200);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get("/models/" + best).then()
                .body(not(containsString("Mystery"))));
    }

    private static String named(JsonNode data, String slug) {
        for (JsonNode model : data.get("models")) {
            if (model.get("slug").asText().equals(slug)) {
                return model.get("name").asText();
            }
        }
        throw new AssertionError("no model " + slug);
    }

    /** Nobody has said whether an imported model's weights are open. */
    @Test
    void unknownWeights_areNeitherOpenNorClosed() {
        assertThat(openWithoutScripts("/models/model-000").locator(".traits"))
                .hasText("Known only from imported votes");
        for (String path : List.of("/api/leaderboard", "/api/models", "/api/benchmarks/table")) {
            Map<String, Object> model = given().get(path).then().statusCode(200).extract().jsonPath()
                    .getMap("models.find { it.name == 'model-000' }");
            assertThat(model).as(path).containsEntry("openWeights", null);
        }
        for (String weights : List.of("true", "false")) {
            given().get("/api/leaderboard?openWeights=" + weights).then().body("models.name",
                    not(hasItem("model-000")));
        }
    }

    /** Readers see the table at once, not the way to it. */
    @ParameterizedTest
    @CsvSource({ "en, 1280, 800, 10", "ja, 1280, 800, 10", "en, 390, 844, 4", "ja, 390, 844, 4" })
    void firstView_hasRows(String language, int width, int height, int least) {
        Page page = open(language, "/leaderboard");
        page.setViewportSize(width, height);
        assertThat(page.locator("#rows tr[data-slug]").first()).isVisible();
        Object rows = page.evaluate("""
                [...document.querySelectorAll('#rows tr[data-slug]')]
                  .filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length""");
        assertThat((int) rows).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void sentenceOnTheLeader_countsTheMarkedRows(String language) {
        Page page = open(language, "/leaderboard");
        int marked = page.locator("#rows tr.tied").count();
        assertThat(marked).isGreaterThan(1);
        assertThat(page.locator("#leader")).containsText(Integer.toString(marked - 1));
        assertThat(page.locator("#leader")).containsText(language.equals("en") ? "marked at the left" : "左端に印のある");
        assertThat(page.locator("#tied")).hasCount(0);
    }

    @Test
    void sentenceOnTheLeader_underAFilter_countsTheHiddenRowsToo() {
        Page page = openWithoutScripts("/leaderboard");
        int others = page.locator("#rows tr.tied").count() - 1;
        String leader = page.locator("#rows tr.tied .name").first().innerText();
        String untied = page.locator("#rows tr[data-slug^=model-]:not(.tied)").last().getAttribute("data-slug");
        page.navigate(ARENA.uri().resolve("/leaderboard?name=" + untied).toString());
        assertThat(slugs(page)).containsExactly(untied);
        assertThat(page.locator("#leader")).hasText(leader + " has the highest rating; " + others
                + (others == 1 ? " other" : " others") + " can't be told apart from it.");
    }

    @ParameterizedTest
    @CsvSource({ "en, 390", "ja, 390", "en, 320" })
    void ranksOfAModel_areBesideTheCategories(String language, int width) {
        Page page = open(language, "/models/model-003");
        page.setViewportSize(width, 844);
        Object overlapping = page.evaluate("""
                [...document.querySelectorAll('.standings tbody tr')].filter((row) => {
                  const words = document.createRange();
                  words.selectNodeContents(row.querySelector('.rank'));
                  const name = row.querySelector('.name').getBoundingClientRect();
                  return words.getBoundingClientRect().right > name.left;
                }).length""");
        assertThat((int) overlapping).isZero();
    }

    /**
     * The oracle's votes tell their style, so there is a board that holds it constant, and the method page says what it
     * found.
     */
    @Test
    void styleControl_isShownWithTheChangeOfRank_andExplained() {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(
                given().get("/api/leaderboard?styleControl=true").jsonPath().getInt("votes")).isPositive());
        Page page = openWithoutScripts("/leaderboard?styleControl=true");
        List<Map<String, Object>> held = given().get("/api/leaderboard?styleControl=true").jsonPath().getList("models");
        Map<Object, Object> plain = given().get("/api/leaderboard?weights=votes").jsonPath().getList("models").stream()
                .map(row -> (Map<?, ?>) row).filter(row -> row.get("rank") != null)
                .collect(Collectors.toMap(row -> row.get("slug"), row -> row.get("rank")));
        for (Map<String, Object> row : held) {
            Locator change = page.locator("#rows tr[data-slug='" + row.get("slug") + "'] .moved [aria-hidden]");
            if (row.get("rank") == null || !plain.containsKey(row.get("slug"))) {
                assertThat(change).hasCount(0);
            } else {
                int moved = (int) plain.get(row.get("slug")) - (int) row.get("rank");
                assertThat(change).hasText(moved > 0 ? "▲" + moved : moved < 0 ? "▼" + -moved : "=");
            }
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get("/method").then()
                .body(containsString("id=\"coefficients\"")));
    }

    @Test
    void pageOfTwo_saysWhoIsBetter_theSameFromEitherSide() {
        List<String> said = List.of("/models/model-000/vs/model-022", "/models/model-022/vs/model-000").stream()
                .map(path -> openWithoutScripts(path).locator(".verdict").innerText()).toList();
        assertThat(said.get(0)).startsWith("The probability that model-000 is really better than model-022")
                .isEqualTo(said.get(1));
        given().redirects().follow(false).get("/models/model-000/vs?with=model-001").then().statusCode(303)
                .header("Location", containsString("/models/model-000/vs/model-001"));
        given().get("/models/model-000/vs/model-000").then().statusCode(404);
        given().get("/models/nobody").then().statusCode(404);
        given().get("/models/model-000?category=klingon").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ratings", "wins", "battles", "history", "days", "categories" })
    void charts_arePicturesWithoutStyles_andTables(String name) throws Exception {
        byte[] svg = given().get("/leaderboard/charts/" + name + ".svg").then().statusCode(200)
                .contentType("image/svg+xml;charset=utf-8").extract().asByteArray();
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg))
                .getDocumentElement().getNodeName()).isEqualTo("svg");
        assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("style=").contains("<title>");
        assertThat(
                given().get("/leaderboard/charts/" + name + ".csv").then().statusCode(200).extract().asString().lines()
                        .count())
                .isGreaterThan(1);
        given().get("/leaderboard/charts/nothing.svg").then().statusCode(404);
    }

    /** The oracle's file states when each of its votes was cast. */
    @Test
    void importedVotes_areOnTheDayOfTheirCasting() throws Exception {
        Map<String, Long> cast = new HashMap<>();
        try (InputStream file = new GZIPInputStream(
                BoardPagesIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            for (JsonNode vote : new ObjectMapper().readTree(file)) {
                if (vote.path("language").textValue().equals("Japanese")) {
                    Instant at = Instant.ofEpochSecond(vote.path("tstamp").longValue());
                    cast.merge(at.toString().substring(0, 10), 1L, Long::sum);
                }
            }
        }
        Map<String, Long> shown = given().get("/leaderboard/charts/days.csv?category=japanese").asString().lines()
                .skip(1).map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Long.valueOf(cells[1])));
        assertThat(cast).hasSizeGreaterThan(1);
        assertThat(shown).isEqualTo(cast);
    }

    @ParameterizedTest
    @CsvSource({ "en, 390", "ja, 390", "en, 320" })
    void chartsOnAPhone_needNoScrollingSideways(String language, int width) {
        Page page = open(language, "/leaderboard/charts");
        page.setViewportSize(width, 844);
        assertThat(page.locator(".figure .narrow svg")).hasCount(6);
        for (Locator chart : page.locator(".figure .narrow svg").all()) {
            assertThat(chart).isVisible();
        }
        Object sideways = page.evaluate("""
                [...document.querySelectorAll('.figure .wide, .figure .narrow svg *')].filter((part) =>
                  part.getClientRects().length && part.getBoundingClientRect().right > innerWidth).length""");
        assertThat((int) sideways).isZero();
    }

    @Test
    void contentsOfTheCharts_leadToEachOne() {
        Page page = openWithoutScripts("/leaderboard/charts");
        List<String> titles = page.locator(".figure h2").allInnerTexts();
        assertThat(page.locator(".contents a").allInnerTexts()).isEqualTo(titles).hasSize(6);
        page.locator(".contents a").last().click();
        assertThat(page).hasURL(Pattern.compile("#categories$"));
        assertThat(page.locator("#categories h2")).isInViewport();
        page.locator("#categories > details > summary").click();
        assertThat(page.locator("#categories svg").first()).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sort=x", "sort=share", "columns=x", "minVotes=-1", "minVotes=1e3", "retired=maybe",
            "openWeights=x", "reverse=x", "category=klingon", "method=x" })
    void whatCantBeFollowed_isRefused_andNamed(String query) {
        given().get("/leaderboard?" + query).then().statusCode(400)
                .body("violations[0].field", equalTo(query.substring(0, query.indexOf('='))));
        given().get("/leaderboard/charts?" + query).then().statusCode(400);
    }

    @Test
    void pages_areNotSentAgain_unlessTheyChanged() {
        String tag = given().get("/leaderboard?name=model-02").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/leaderboard?name=model-02").then().statusCode(304);
        // The same words again come from memory at once, and are the same.
        given().header("If-None-Match", "\"other\", " + tag).get("/leaderboard?name=model-02").then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get("/leaderboard?name=model-02").then().statusCode(200)
                .header("ETag", tag).header("Content-Security-Policy", containsString("default-src 'none'"));
        given().header("If-None-Match", tag).get("/leaderboard?name=model-01").then().statusCode(200);
        given().header("If-None-Match", tag).header("Accept-Language", "ja").get("/leaderboard?name=model-02").then()
                .statusCode(200);
    }

    /**
     * What programs get as a table says what they get as JSON; both are described, and not sent again unless they
     * changed.
     */
    @ParameterizedTest
    @CsvSource({ "/api/leaderboard?styleControl=false, models, Row",
            "/api/leaderboard/pairs?category=japanese, pairs, Pair",
            "/api/leaderboard/history?model=model-000, models[0].points, Point" })
    void data_isTheSameAsJsonAndAsCsv(String path, String list, String schema) {
        List<Map<String, Object>> rows = given().get(path).jsonPath().getList(list);
        io.restassured.response.Response csv = given().header("Accept", "text/csv").get(path);
        csv.then().statusCode(200).contentType("text/csv;charset=utf-8").header("Vary", containsString("Accept"));
        List<String> lines = csv.asString().lines().toList();
        List<String> heads = List.of(lines.get(0).split(","));
        assertThat(lines).hasSize(rows.size() + 1);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            rows.get(i).forEach((field, value) -> {
                String cell = cells[heads.indexOf(field)];
                if (value instanceof Number) {
                    assertThat(Double.parseDouble(cell)).as(field).isCloseTo(((Number) value).doubleValue(),
                            within(1e-4));
                } else {
                    assertThat(cell).as(field).isEqualTo(value == null ? "" : value.toString());
                }
            });
        }
        String more = path + "&format=csv";
        assertThat(given().get(more).asString()).isEqualTo(csv.asString());
        given().header("If-None-Match", csv.header("ETag")).get(more).then().statusCode(304);
        given().header("If-None-Match", csv.header("ETag")).get(path).then().statusCode(200);
        given().header("Origin", "https://other.example").get(more).then().header("Access-Control-Allow-Origin", "*");
        given().get(path + "&format=xml").then().statusCode(400).body("violations[0].field", equalTo("format"));
        Map<String, Object> described = given().accept("application/json").get("/q/openapi?format=json").jsonPath()
                .getMap("components.schemas." + schema + ".properties");
        assertThat(described.keySet()).containsAll(rows.get(0).keySet());
    }

    /** Compressed once, by us: whoever takes it gets the same text. */
    @ParameterizedTest
    @ValueSource(strings = { "/leaderboard", "/leaderboard/charts", "/leaderboard/charts/ratings.svg",
            "/leaderboard/charts/ratings.csv", "/models/model-000", "/models/model-000/vs/model-001", "/method",
            "/embed/leaderboard", "/api/leaderboard", "/api/leaderboard?format=csv", "/api/leaderboard/history",
            "/api/leaderboard/pairs", "/models/model-000/badge.svg" })
    void whatManyRead_isSentCompressed_orAsItIs(String path) throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpClient client = HttpClient.newBuilder().version(version).build();
            // The first answer changes the protocol: a longer one was lost once, and garbled once, in some 1,500.
            client.send(HttpRequest.newBuilder(ARENA.uri().resolve("/q/health/live")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.discarding());
            HttpRequest.Builder request = HttpRequest.newBuilder(ARENA.uri().resolve(path)).timeout(PATIENCE);
            HttpResponse<byte[]> plain = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            HttpResponse<byte[]> small = client.send(request.header("Accept-Encoding", "br, gzip").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(small.version()).isEqualTo(version);
            assertThat(plain.headers().firstValue("Content-Encoding")).isIn(Optional.empty(), Optional.of("identity"));
            assertThat(small.headers().allValues("Content-Encoding")).containsExactly("gzip");
            assertThat(small.headers().allValues("Vary").toString()).contains("Accept-Encoding");
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
                assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
            }
        }
    }

    /** Snippets are for other sites, so their addresses are complete. */
    @Test
    void snippetsOfTheTableAndTheBadge_areCopied() {
        Page page = open("en", "/leaderboard?category=japanese");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("#settings").evaluate("settings => settings.open = true");
        String table = ARENA.uri().resolve("/embed/leaderboard?category=japanese").toString();
        assertThat(copied(page)).startsWith("<iframe src=\"" + table + "\" title=\"Dohyo\" ").endsWith("></iframe>");
        given().get(URI.create(table)).then().statusCode(200).body(containsString("<table"));
        page.navigate(ARENA.uri().resolve("/models/model-000").toString());
        String model = ARENA.uri().resolve("/models/model-000").toString();
        assertThat(copied(page)).isEqualTo("[![Dohyo: model-000](" + model + "/badge.svg)](" + model + ")");
    }

    private static String copied(Page page) {
        Locator button = page.locator(".snippet button");
        assertThat(button).hasText("Copy");
        button.click();
        assertThat(button).hasText("Copied");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(page.locator(".snippet input")).hasValue(copied);
        return copied;
    }

    @Test
    void otherSites_mayReadAndFrame_butOnlyWhatIsPublic() {
        given().header("Origin", "https://other.example").get("/api/leaderboard").then().statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        given().header("Origin", "https://other.example").header("Access-Control-Request-Method", "GET")
                .options("/api/leaderboard/pairs").then().statusCode(204).header("Access-Control-Allow-Origin", "*");
        given().header("Origin", "https://other.example").get("/api/me").then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://other.example").get("/api/admin/models").then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().get("/embed/leaderboard").then().statusCode(200).header("Set-Cookie", nullValue())
                .header("Content-Security-Policy", containsString("frame-ancestors *"));
        given().get("/leaderboard").then().header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        given().get("/models/model-000/badge.svg").then().statusCode(200).body(containsString("rank #1"));
        given().get("/embed/leaderboard?limit=0").then().statusCode(400);
    }
}
