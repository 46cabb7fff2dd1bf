package org.dohyo.vote;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.Beside;
import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Duel;
import org.dohyo.Looks;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.restassured.response.ValidatableResponse;

/** Moderators search votes by model, by words of the prompt and by voter: three new ones before many imported ones. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoteSearchIT {

    private static final String NEEDLE = "Where is the NEEDLE?";
    private static final String JAPANESE = "針はどこですか";
    private static final String HAY = "And the hay?";
    /** More than a search by words looks at. */
    private static final int IMPORTED = 20_005;

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private String voter;

    private static ValidatableResponse search(String... parameters) {
        Map<String, String> query = IntStream.range(0, parameters.length / 2).boxed()
                .collect(Collectors.toMap(i -> parameters[2 * i], i -> parameters[2 * i + 1]));
        return ARENA.admin().queryParams(query).get("/api/admin/votes").then();
    }

    /** Once for all tests: they change nothing. */
    @BeforeAll
    void cast() {
        String file = IntStream.range(0, IMPORTED).mapToObj(i -> """
                {"question_id":"q%d","model_a":"north","model_b":"south","winner":"tie","judge":"j%d","turn":1,
                 "tstamp":%d}""".formatted(i, i % 1000, i)).collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200)
                .body("imported", equalTo(IMPORTED));
        try (Duel duel = ARENA.duel("Sewing Kit", "Pitchfork")) {
            duel.first.otherwise(Duel.answer("Over there."));
            duel.second.otherwise(Duel.answer("Right here."));
            Duel.Fight first = vote(duel.open(NEEDLE));
            vote(duel.open(JAPANESE, first.cookies()));
            vote(duel.open(HAY));
        }
        voter = search("model", "sewing").extract().path("votes[2].voter");
    }

    private static Duel.Fight vote(Duel.Fight fight) {
        fight.awaitState("READY");
        fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
        return fight;
    }

    @Test
    void modelsAreFound_byPartOfTheirSlugOrName() {
        for (String part : List.of("sewing", "Sewing Kit", "PITCH")) {
            search("model", part).statusCode(200).body("votes.prompt", equalTo(List.of(HAY, JAPANESE, NEEDLE)))
                    .body("next", nullValue()).body("stopped", equalTo(false));
        }
        search("model", "north", "limit", "7").body("votes", hasSize(7)).body("next", notNullValue());
        search("model", "north", "before", "1970-01-01T00:00:02Z").body("votes", hasSize(2)).body("next", nullValue());
        search("model", "no such model").statusCode(200).body("votes", hasSize(0)).body("next", nullValue());
    }

    @Test
    void wordsAreFound_inAnyCase_amongSoManyVotesAtATime() {
        String next = search("q", "needle").statusCode(200).body("votes.prompt", equalTo(List.of(NEEDLE)))
                .body("stopped", equalTo(true)).extract().path("next");
        search("q", "needle", "before", next).statusCode(200).body("votes", hasSize(0)).body("next", nullValue())
                .body("stopped", equalTo(false));
        search("q", " どこで ").body("votes.prompt", equalTo(List.of(JAPANESE)));
        search("q", "hay", "model", "fork").body("votes.prompt", equalTo(List.of(HAY)));
        search("q", "%").body("votes", hasSize(0));
    }

    @Test
    void votesOfAVoter_areFound_byTheBeginningOfTheTag() {
        search("voter", voter).body("votes.prompt", equalTo(List.of(JAPANESE, NEEDLE)))
                .body("next", nullValue()).body("stopped", equalTo(false));
        search("voter", voter.toUpperCase(Locale.ROOT), "q", "needle")
                .body("votes.prompt", equalTo(List.of(NEEDLE))).body("stopped", equalTo(false));
        search("voter", voter.substring(0, 8)).body("votes.prompt", equalTo(List.of(JAPANESE, NEEDLE)));
        search("voter", voter, "excluded", "true").body("votes", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({ "voter, abc", "voter, zzzz", "voter, -1", "q,", "model," })
    void wrongParameters_areNamed(String parameter, String value) {
        String wrong = value == null ? "x".repeat(201) : value;
        search(parameter, wrong).statusCode(400).body("violations.field", hasItem(parameter));
        ARENA.admin().accept("text/html").queryParam(parameter, wrong).get("/desk/votes").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void page_searchesWithoutAScript_andKeepsTheSearchInItsLinks(String language) {
        ARENA.admin().header("Accept-Language", language).queryParam("q", "needle").queryParam("uncounted", "false")
                .get("/desk/votes").then().statusCode(200)
                .body(allOf(containsString(NEEDLE), not(containsString(HAY)), containsString("value=\"needle\""),
                        containsString("1970-01-01T00:00:07Z"),
                        containsString("href=\"/desk/votes?excluded=true&amp;q=needle\""),
                        containsString("href=\"/desk/votes?q=needle&amp;before=19"),
                        containsString("href=\"/desk/votes?voter=" + voter + "\"")));
        ARENA.admin().header("Accept-Language", language).queryParam("model", "\"><b>").get("/desk/votes").then()
                .statusCode(200).body(containsString("value=\"&quot;&gt;&lt;b&gt;\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | 1280 | No votes match this search. | No votes since 1970-01-01T00:00:07Z match this search.",
            "ja | 390 | 条件に合う投票はありません。 | 1970-01-01T00:00:07Z 以降の投票には、条件に合うものがありません。" })
    void searchAtTheDesk(String language, int width, String none, String noneYet) {
        Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/desk/votes");
        page.locator("#of-model").fill("no such model");
        page.locator("#of-model").press("Enter");
        assertThat(page.locator(".empty")).hasText(none);
        Looks.check(page);
        page.locator(".search a").click();
        assertThat(page.locator("#of-model")).hasValue("");

        page.locator("#with-words").fill("haystack");
        page.locator(".search button").click();
        assertThat(page.locator(".empty")).hasText(noneYet);
        Looks.check(page);
        page.locator("main a[href*='before=']").click();
        assertThat(page.locator(".empty")).hasText(none);

        page.locator("#with-words").fill("needle");
        page.locator(".search button").click();
        assertThat(page.locator(".cards > li")).hasCount(1);
        Looks.check(page);
        page.locator(".cards a[href*='voter=']").click();
        assertThat(page.locator(".cards > li")).hasCount(2);
        assertThat(page.locator("#by-voter")).hasValue(voter);
    }
}
