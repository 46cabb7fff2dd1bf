package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.cli.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Known answers, repeats, agreement, final judgements, and annotators who are left out. */
@Beside
class ProjectQualityIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int MODELS = 4;
    private static final int PROMPTS = 5;
    private static final int ITEMS = 30;

    private record Shown(String a, String b) {

        Set<String> pair() {
            return Set.of(a, b);
        }
    }

    private static String path(String slug) {
        return "/api/admin/projects/" + slug;
    }

    /** Answer i is of the model i mod 4 to the prompt i / 4; all pairs are planned, for two people each. */
    private static void project(String slug, int checks) {
        ARENA.admin().body(Map.of("slug", slug, "name", "Project " + slug, "votesPerItem", 2, "goldPercent", checks,
                "repeatPercent", checks, "criteria",
                List.of(Map.of("slug", "tone", "name", "Tone", "scale", "five-point", "required", false))))
                .post("/api/admin/projects").then().statusCode(201).body("goldPercent", equalTo(checks));
        upload(slug + "/prompts", IntStream.range(0, PROMPTS)
                .mapToObj(prompt -> "{\"id\": \"p" + prompt + "\", \"prompt\": \"Question " + prompt + "\"}"))
                .statusCode(200);
        upload(slug + "/answers", IntStream.range(0, PROMPTS * MODELS).mapToObj(i -> "{\"prompt_id\": \"p" + i / MODELS
                + "\", \"model\": \"m" + i % MODELS + "\", \"answer\": \"Answer " + i + "\"}")).statusCode(200);
        ARENA.admin().post(path(slug) + "/plan").then().statusCode(200).body("items", equalTo(ITEMS));
    }

    private static ValidatableResponse upload(String path, Stream<String> lines) {
        return ARENA.admin().contentType("application/octet-stream")
                .body(lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/projects/" + path).then();
    }

    private static ValidatableResponse mark(String slug, String prompt, String a, String b, String gold) {
        return ARENA.admin().body(Map.of("prompt", prompt, "modelA", a, "modelB", b, "gold", gold))
                .put(path(slug) + "/gold").then();
    }

    private static List<String> annotators(String slug, int places) {
        String link = ARENA.admin().body(Map.of("label", "crowd", "places", places)).post(path(slug) + "/invitations")
                .then().statusCode(201).extract().path("path");
        String token = link.substring(link.lastIndexOf('/') + 1);
        return IntStream.range(0, places).mapToObj(i -> ARENA.given().contentType("application/json")
                .body(Map.of("token", token)).post("/api/projects/join").cookie("dohyo_voter")).toList();
    }

    private static RequestSpecification as(String cookie) {
        return ARENA.given().cookie("dohyo_voter", cookie).contentType("application/json");
    }

    /** Judges until nothing is left, for the side A where it says so. */
    private static List<Shown> work(String slug, String cookie, Predicate<Shown> forA) {
        List<Shown> all = new ArrayList<>();
        while (true) {
            Response next = as(cookie).post("/api/projects/" + slug + "/next");
            assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
            // Paths would each be compiled as a program.
            JsonNode item = next.as(JsonNode.class);
            if (!item.path("state").textValue().equals("ITEM")) {
                return all;
            }
            assertThat(item.fieldNames()).toIterable()
                    .containsExactlyInAnyOrder("state", "id", "turns", "until", "judged", "quota");
            JsonNode turn = item.path("turns").path(0);
            Shown shown = new Shown(turn.path("a").textValue(), turn.path("b").textValue());
            all.add(shown);
            JsonNode judged = as(cookie)
                    .body(Map.of("id", item.path("id").textValue(), "ratings",
                            Map.of("overall", forA.test(shown) ? "A" : "B")))
                    .post("/api/projects/" + slug + "/judgements").then().statusCode(200).extract()
                    .as(JsonNode.class);
            assertThat(judged.path("judged").intValue()).isEqualTo(all.size());
        }
    }

    private static int model(String answer) {
        return Integer.parseInt(answer.substring("Answer ".length())) % MODELS;
    }

    /** The model with the higher number answers better. */
    private static boolean better(Shown shown) {
        return model(shown.a) > model(shown.b);
    }

    private static JsonPath quality(String slug) {
        return ARENA.admin().get(path(slug) + "/quality").then().statusCode(200).extract().jsonPath();
    }

    private static JsonNode adminJson(String path) {
        return ARENA.admin().get(path).as(JsonNode.class);
    }

    /** The boards have so many judgements and follow from the log, in figures too. */
    private static void requireVerified(String slug, int judgements, Path folder) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(adminJson("/api/projects/" + slug + "/board").path("judgements").intValue())
                    .isEqualTo(judgements);
            assertThat(adminJson(path(slug) + "/log/counting").path("settled").booleanValue()).isTrue();
        });
        String token = ARENA.admin().body(Map.of("name", "verifier", "scopes", List.of("projects:read")))
                .post("/api/admin/tokens").then().statusCode(201).extract().path("token");
        assertThat(Commands.run("verify", ARENA.uri().toString(), "--project", slug, "--token", token, "--state",
                folder.resolve("seen.json").toString())).isZero();
    }

    @Test
    void knownAnswersAndRepeats_areMixedIn_andCountNowhere(@TempDir Path folder) {
        project("mixed", 40);
        mark("mixed", "p0", "m3", "m0", "A").statusCode(204);
        upload("mixed/gold?format=csv", Stream.of("prompt_id,model_a,model_b,gold", "p1,m1,m2,b", "p2,m0,m1,B"))
                .statusCode(200).body("stored", equalTo(2));
        List<String> people = annotators("mixed", 2);
        List<Shown> careful = work("mixed", people.get(0), ProjectQualityIT::better);
        List<Shown> hasty = work("mixed", people.get(1), shown -> true);

        for (List<Shown> all : List.of(careful, hasty)) {
            Map<Set<String>, List<Shown>> byPair = all.stream().collect(Collectors.groupingBy(Shown::pair));
            assertThat(byPair.values()).allSatisfy(shown -> assertThat(shown).hasSizeBetween(1, 2));
            List<List<Shown>> twice = byPair.values().stream().filter(shown -> shown.size() == 2).toList();
            assertThat(twice).as("repeats").isNotEmpty().allSatisfy(shown -> {
                assertThat(shown.get(1)).as("sides").isEqualTo(new Shown(shown.get(0).b, shown.get(0).a));
                assertThat(all.lastIndexOf(shown.get(1)) - all.indexOf(shown.get(0))).isGreaterThan(5);
            });
            assertThat(byPair.keySet()).hasSizeGreaterThanOrEqualTo(ITEMS - 3);
        }
        ARENA.admin().get(path("mixed") + "/progress").then().body("items", equalTo(ITEMS - 3))
                .body("wanted", equalTo(2 * (ITEMS - 3))).body("judged", equalTo(2 * (ITEMS - 3)));

        JsonPath quality = quality("mixed");
        assertThat(quality.getInt("counted")).isEqualTo(2 * (ITEMS - 3));
        assertThat(quality.getDouble("annotators[0].figures.gold.value")).isEqualTo(1);
        assertThat(quality.getDouble("annotators[0].figures.self.value")).isEqualTo(1);
        assertThat(quality.getDouble("annotators[1].figures.self.value")).as("always A").isZero();
        assertThat(quality.getInt("annotators[1].figures.judged")).isEqualTo(hasty.size());
        assertThat(quality.getInt("criteria[0].nominal.count")).isEqualTo(ITEMS - 3);
        assertThat(quality.getList("gold.known")).containsExactlyInAnyOrder("B", "B", "B");
        assertThat(quality.getList("disputed")).isNotEmpty();
        requireVerified("mixed", 2 * (ITEMS - 3), folder);
    }

    @Test
    void leftOut_needsAReason_countsNoMore_andComesBack(@TempDir Path folder) {
        project("standing", 0);
        List<String> people = annotators("standing", 2);
        work("standing", people.get(0), ProjectQualityIT::better);
        work("standing", people.get(1), shown -> !better(shown));
        assertThat(quality("standing").getDouble("criteria[0].nominal.value")).isLessThan(-0.9);
        assertThat(quality("standing").getList("disputed")).hasSize(ITEMS);
        String annotator = path("standing") + "/annotators/2";
        ARENA.admin().body(Map.of("leftOut", true)).put(annotator).then().statusCode(400).body("violations.field",
                hasItem("reason"));
        ARENA.admin().body(Map.of("reason", "x")).put(annotator).then().statusCode(400);
        ARENA.admin().body(Map.of("leftOut", true, "reason", "x")).put(path("standing") + "/annotators/9").then()
                .statusCode(404).body("code", equalTo("unknown-annotator"));
        ARENA.admin().body(Map.of("leftOut", true, "reason", "always the worse one")).put(annotator).then()
                .statusCode(204);
        JsonPath without = quality("standing");
        assertThat(without.getInt("counted")).isEqualTo(ITEMS);
        assertThat(without.getString("annotators[1].leftOutWhy")).isEqualTo("always the worse one");
        assertThat(without.<Object> get("criteria[0].nominal.value")).isNull();
        requireVerified("standing", ITEMS, folder);
        as(people.get(1)).post("/api/projects/standing/next").then().body("state", equalTo("QUOTA"));
        ARENA.admin().body(Map.of("leftOut", false, "reason", "a misunderstanding")).put(annotator).then()
                .statusCode(204);
        JsonPath again = quality("standing");
        assertThat(again.getInt("counted")).isEqualTo(2 * ITEMS);
        assertThat(again.getList("standings.leftOut")).containsExactly(false, true);
        requireVerified("standing", 2 * ITEMS, folder);
    }

    @Test
    void finalJudgements_standBesideTheOthers() {
        project("final", 0);
        List<String> people = annotators("final", 2);
        work("final", people.get(0), ProjectQualityIT::better);
        work("final", people.get(1), shown -> !better(shown));
        int item = quality("final").getInt("disputed[0].pair.item");
        String to = path("final") + "/adjudications";
        Map<String, Object> chosen = new HashMap<>(Map.of("item", item, "criterion", "overall", "preference", "B"));
        ARENA.admin().body(chosen).post(to).then().statusCode(204);
        chosen.put("preference", "A_MUCH");
        ARENA.admin().body(chosen).post(to).then().statusCode(400).body("violations.field", hasItem("preference"));
        chosen.put("criterion", "tone");
        chosen.put("comment", "obvious");
        ARENA.admin().body(chosen).post(to).then().statusCode(204);
        chosen.put("criterion", "style");
        ARENA.admin().body(chosen).post(to).then().statusCode(400).body("violations.field", hasItem("criterion"));
        chosen.put("item", 0);
        ARENA.admin().body(chosen).post(to).then().statusCode(404).body("code", equalTo("unknown-item"));
        JsonPath quality = quality("final");
        assertThat(quality.getInt("counted")).isEqualTo(2 * ITEMS);
        assertThat(quality.getString("disputed[0].adjudicated.preference")).isEqualTo("B");
        assertThat(quality.getList("adjudications.preference")).containsExactly("A_MUCH", "B");
    }

    @Test
    void wrongKnownAnswers_areRefusedByNameOrRecord_andStoreNothing() {
        project("wrong", 0);
        mark("wrong", "p9", "m0", "m1", "A").statusCode(400).body("violations.field", hasItem("prompt"));
        mark("wrong", "p0", "m9", "m1", "A").statusCode(400).body("violations.field", hasItem("modelA"));
        mark("wrong", "p0", "m1", "m1", "A").statusCode(400).body("violations.field", hasItem("modelB"));
        mark("wrong", "p0", "m0", "m1", "C").statusCode(400).body("violations.field", hasItem("gold"));
        mark("wrong", "p\0", "m0", "m1", "A").statusCode(400).body("violations.field", hasItem("prompt"));
        upload("wrong/gold?format=json", Stream.of("{\"prompt_id\":\"p0\",\"model_a\":\"m0\",\"model_b\":\"m1\","
                + "\"gold\":\"A\"}", "{\"prompt_id\":\"p0\",\"model_a\":\"m1\",\"model_b\":\"m0\",\"gold\":\"A\"}",
                "{\"prompt_id\":\"p8\",\"model_a\":\"m0\",\"model_b\":\"m1\",\"gold\":\"A\"}",
                "{\"prompt_id\":\"p0\",\"model_a\":\"m0\",\"gold\":\"A\"}")).statusCode(422)
                .body("errors.record", equalTo(List.of(4, 2, 3)));
        upload("wrong/gold?format=text", Stream.of("x")).statusCode(400);
        ARENA.admin().body(Map.of("goldPercent", 51)).patch(path("wrong")).then().statusCode(400)
                .body("violations.field", hasItem("goldPercent"));
        ARENA.admin().get(path("wrong") + "/quality").then().body("gold", hasSize(0)).body("counted", equalTo(0))
                .body("times.median", nullValue());
        mark("wrong", "p0", "m1", "m0", "tie").statusCode(204);
        int item = quality("wrong").getInt("gold[0].pair.item");
        assertThat(item).isGreaterThan(0);
        ARENA.admin().get(path("wrong") + "/progress").then().body("items", equalTo(ITEMS - 1));
        ARENA.admin().delete(path("wrong") + "/gold/" + item).then().statusCode(204);
        ARENA.admin().delete(path("wrong") + "/gold/" + item).then().statusCode(404);
        ARENA.admin().get(path("wrong") + "/progress").then().body("items", equalTo(ITEMS)).body("wanted",
                greaterThan(ITEMS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void page_showsFigures_andTakesTheOwnersDecisions(String language) {
        String slug = "quality-" + language;
        project(slug, 30);
        mark(slug, "p0", "m3", "m0", "A").statusCode(204);
        List<String> people = annotators(slug, 2);
        work(slug, people.get(0), ProjectQualityIT::better);
        work(slug, people.get(1), shown -> better(shown) != (model(shown.a) == 0 || model(shown.b) == 0));
        Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, Looks.DESKTOP,
                "/desk/projects/" + slug);
        page.locator("a[href$='/quality']").click();
        assertThat(page.locator("table[aria-labelledby=annotators] tbody tr")).hasCount(2);
        Looks.check(page);
        page.locator("#disputed summary").first().click();
        page.locator("#disputed select").first().selectOption("TIE");
        page.locator("#disputed textarea").first().fill("Both are fine.");
        page.locator("#disputed button").first().click();
        assertThat(page.locator("#disputed .quote")).hasText("Both are fine.");
        page.locator(".standing summary").last().click();
        page.locator(".standing input[name=reason]").last().fill("in a hurry");
        Looks.check(page);
        page.locator(".standing button").last().click();
        assertThat(page.locator(".standing").last()).containsText("in a hurry");
        page.locator("#prompt").fill("p7");
        page.locator("#mark button").click();
        assertThat(page.locator("#prompt")).hasAttribute("aria-invalid", "true");
        page.locator("#prompt").fill("p1");
        page.locator("#model-b").selectOption("m2");
        page.locator("#mark button").click();
        assertThat(page.locator("table[aria-labelledby=gold] tbody tr")).hasCount(2);
        Looks.check(page);
    }
}
