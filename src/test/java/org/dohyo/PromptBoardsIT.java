package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import io.restassured.path.json.JsonPath;

/** What the log says of the prompts, and the boards that follow from it. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromptBoardsIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REPEATED = 32;
    private static final int VOTES = REPEATED + 5;

    private Duel duel;
    private Map<String, String> regular;
    private String suggested;

    @BeforeAll
    void vote() {
        duel = ARENA.duel("Alpha One", "Beta Two");
        tryVariants();
        duel.first.otherwise(Duel.answer("A river."));
        duel.second.otherwise(Duel.answer("A lake."));
        Matcher idea = Pattern.compile("data-prompt=\"([^\"&]+)\"")
                .matcher(ARENA.given().header("Accept-Language", "ja").get("/").asString());
        assertThat(idea.find()).isTrue();
        suggested = idea.group(1);
        regular = cast(suggested, Map.of());
        cast(" " + suggested + "\n", regular);
        cast(suggested, Map.of());
        cast(suggested + "!", Map.of());
        cast("Only asked once", Map.of());
        for (int i = 0; i < REPEATED; i++) {
            cast(i % 2 == 0 ? "What is  RIVER?" : "what is river?", Map.of());
        }
    }

    /** The first model was known by a code name; another variant was retired without being published. */
    private void tryVariants() {
        String first = "/api/admin/models/" + duel.slugs.get(0);
        ARENA.admin().body(Map.of("codeName", "Nightjar", "organization", "Acme")).patch(first).then().statusCode(200);
        Map<String, Object> hidden = new HashMap<>();
        hidden.put("codeName", null);
        ARENA.admin().body(hidden).patch(first).then().statusCode(200);
        for (String slug : List.of("variant-two", "variant-three")) {
            ARENA.admin().body(Map.of("slug", slug, "name", slug, "organization", "Acme", "license", "MIT",
                    "openWeights", true, "protocol", "openai", "baseUrl", duel.first.url().toString(), "modelId", slug,
                    "codeName", "Owl " + slug, "enabled", false)).post("/api/admin/models").then().statusCode(201);
        }
        ARENA.admin().delete("/api/admin/models/variant-two").then().statusCode(204);
    }

    /** Always for the first model, whichever side it is on. */
    private Map<String, String> cast(String prompt, Map<String, String> voter) {
        Duel.Fight fight = duel.open(prompt, voter);
        fight.awaitState("READY");
        // Paths would be compiled as programs for each battle.
        String first = fight.call().get(fight.path("")).as(JsonNode.class).at("/turns/0/answers/0/text").textValue();
        JsonNode voted = fight.call().body(Map.of("outcome", first.equals("A river.") ? "A" : "B"))
                .post(fight.path("/vote")).then().statusCode(201).extract().as(JsonNode.class);
        assertThat(voted.path("counted").booleanValue()).isTrue();
        return fight.cookies();
    }

    private static JsonPath board(String weights) {
        return ARENA.given().get("/api/leaderboard?weights=" + weights).then().statusCode(200)
                .body("weights", equalTo(weights)).extract().jsonPath();
    }

    private static void awaitVotes(String weights, int votes) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ARENA.json("/api/leaderboard?weights=" + weights).path("votes").intValue())
                                .isEqualTo(votes));
    }

    @Test
    void theLog_saysWhichPromptsWereSuggested_andWhichAreTheSame() {
        await().atMost(PATIENCE).untilAsserted(() -> ARENA.given().get("/api/log/entries?limit=1000").then()
                .body("entries.findAll { it.leaf.kind == 'CAST' }", hasSize(VOTES)));
        List<Map<String, Object>> leaves = ARENA.given().get("/api/log/entries?limit=1000").jsonPath()
                .getList("entries.leaf.findAll { it.kind == 'CAST' }");
        assertThat(leaves).allSatisfy(leaf -> {
            assertThat(leaf).containsEntry("version", 2).containsKey("propensity");
            assertThat((String) leaf.get("promptGroup")).matches("[0-9a-f]{64}");
        });
        assertThat(leaves).extracting(leaf -> leaf.get("stratum")).startsWith("SUGGESTED", "SUGGESTED", "SUGGESTED",
                "OWN", "OWN").containsOnly("SUGGESTED", "OWN");
        List<Object> groups = leaves.stream().map(leaf -> leaf.get("promptGroup")).toList();
        assertThat(groups.subList(0, 3)).containsOnly(groups.get(0));
        assertThat(groups.subList(5, VOTES)).containsOnly(groups.get(5));
        assertThat(groups).doesNotContainNull();
        assertThat(Set.copyOf(groups)).hasSize(4);
    }

    @Test
    void bothBoards_areRecomputedFromTheLog(@TempDir Path folder) throws Exception {
        awaitVotes("prompts", VOTES);
        ArenaProcess.Ran ran = ArenaProcess.command(folder, Map.of(), "verify", ARENA.uri().toString(), "--state",
                folder.resolve("seen.json").toString());
        assertThat(ran.code()).as(ran.output()).isZero();
        assertThat(ran.output()).containsPattern("OK +board +overall, by prompts: equal to the last bit")
                .containsPattern("OK +board +overall, first uses of suggested prompts: equal to the last bit");
    }

    @Test
    void boardByPrompts_hasAllVotes_andWeighsARepeatedPromptLess() {
        awaitVotes("prompts", VOTES);
        JsonPath byPrompts = board("prompts");
        assertThat(byPrompts.getList("models")).hasSize(2);
        assertThat(byPrompts.getString("models[0].name")).isEqualTo("Alpha One");
        assertThat((Float) byPrompts.get("models[0].low")).isLessThan(byPrompts.getFloat("models[0].rating"));
        awaitVotes("votes", VOTES);
    }

    @Test
    void boardOfFirstUses_hasOneVoteOfEachVoterOnASuggestedPrompt() {
        awaitVotes("first-use", 2);
        ARENA.given().get("/api/leaderboard?weights=first-use&format=csv").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "prompts, en, at most 30 votes per prompt", "first-use, en, 'suggested prompts, first use only'",
            "prompts, ja, 同じプロンプトは30票分まで", "first-use, ja, 提案されたプロンプトの初回のみ" })
    void thePage_offersTheBoard_andKeepsTheChoice(String weights, String language, String name) {
        ARENA.given().header("Accept-Language", language).get("/leaderboard?weights=" + weights).then().statusCode(200)
                .body(containsString("<option value=\"" + weights + "\" selected>" + name + "</option>"))
                .body(containsString("/api/leaderboard?weights=" + weights));
        ARENA.given().get("/leaderboard/charts?weights=" + weights).then().statusCode(200);
        ARENA.given().get("/api/leaderboard/history?weights=" + weights).then().statusCode(200)
                .body("models", hasSize(0));
    }

    @Test
    void exposure_hasVotesByModelAndMaker_andWhatTheBestOfSeveralVariantsGainsByChance() {
        awaitVotes("votes", VOTES);
        awaitVotes("voters", VOTES);
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath exposure = ARENA.given().get("/api/leaderboard/exposure").then().statusCode(200)
                    .header("Access-Control-Allow-Origin", "*").extract().jsonPath();
            assertThat(exposure.getList("models.votes", Integer.class)).containsExactly(VOTES, VOTES);
            // Nobody can read from the counts whom an open battle is with.
            assertThat(exposure.getList("models.battles", Integer.class)).containsExactly(0, 0);
            Map<String, Object> acme = exposure.getMap("organizations.find { it.organization == 'Acme' }");
            // The variant that is still hidden isn't counted.
            assertThat(acme).containsEntry("variants", 2).containsEntry("votes", VOTES).containsEntry("models", 1);
            assertThat((Float) acme.get("expectedMaximum")).isBetween(0.564F, 0.565F);
            assertThat((Float) acme.get("penalty")).isGreaterThan(1F);
            assertThat(exposure.<Object> get("organizations.find { it.organization == '' }.variants")).isNull();
        });
        ARENA.given().get("/api/leaderboard/exposure?format=csv").then().statusCode(200)
                .body(containsString("slug,name,organization,battles,votes,share")).body(containsString("Acme"));
        ARENA.given().header("Accept-Language", "en").get("/leaderboard/exposure").then().statusCode(200)
                .body(containsString("How often models were seen"))
                .body(containsString("<td class=\"number\">0.56</td>"))
                .body(containsString("Alpha One")).body(not(containsString("Owl")));
        ARENA.given().header("Accept-Language", "ja").get("/leaderboard/exposure").then().statusCode(200)
                .body(containsString("各モデルの登場回数"));
        ARENA.given().get("/method").then().statusCode(200).body(containsString("/leaderboard/exposure"));
    }

    @ParameterizedTest
    @CsvSource({ "/leaderboard/exposure, en, 1280", "/leaderboard/exposure, ja, 390", "/method, ja, 390",
            "/leaderboard?weights=prompts, en, 390" })
    void pages_areReadableByAll_onAPhoneToo(String path, String language, int width) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, path);
        Browsers.checkAccess(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }

    @Test
    void unknownWeights_areRefused_withAllThatThereAre() {
        ARENA.given().get("/api/leaderboard?weights=first_use").then().statusCode(400)
                .body("violations[0].message", equalTo("must be voters, votes, prompts or first-use"));
    }
}
