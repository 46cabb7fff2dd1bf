package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** Pictures of the leaderboard's pages. */
final class BoardShots {

    private static final String[] LANGUAGES = { "en", "ja" };

    private final URI server;
    private final Browser browser;
    private final Gallery gallery;

    BoardShots(URI server, Browser browser, Gallery gallery) {
        this.server = server;
        this.browser = browser;
        this.gallery = gallery;
    }

    void empty() {
        for (String language : LANGUAGES) {
            take(language, "/leaderboard", "leaderboard-empty", "Before the first vote.");
            take(language, "/leaderboard/charts", "charts-empty", "Charts before the first vote.");
        }
    }

    void full() {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> given().get("/api/leaderboard").then().body("votes", equalTo(6_000))
                        .body("uncertaintyLogSize", greaterThanOrEqualTo(6_000)));
        for (String language : LANGUAGES) {
            Page board = open(language, "/leaderboard");
            assertThat(board.locator("#live.on")).isVisible();
            gallery.takeAlsoDark(board, "leaderboard", language,
                    "The ranked models, with the uncertainty of their ratings.");
            board.locator("#settings > summary").click();
            board.locator("[name=columns][value=share]").check();
            board.locator("[name=sort]").selectOption("votes");
            assertThat(board.locator("thead .extra")).isAttached();
            gallery.take(board, "leaderboard-filters", language, "Filters open, a column added, sorted by votes.");
            take(language, "/leaderboard?styleControl=true", "leaderboard-style",
                    "Style held constant, with changes of rank.");
            take(language, "/leaderboard?name=nobody", "leaderboard-none", "No row matches the filters.");
            Page charts = open(language, "/leaderboard/charts");
            gallery.takeAlsoDark(charts, "charts", language, "Charts follow the table's filters.");
            for (String chart : new String[] { "wins", "history", "categories" }) {
                charts.locator("#" + chart).evaluate("part => part.scrollIntoView()");
                gallery.take(charts, "charts-" + chart, language, "The chart of " + chart + ".");
            }
            Page model = open(language, "/models/model-000");
            gallery.takeAlsoDark(model, "model", language, "The page of a model.");
            model.locator("#best").evaluate("part => part.scrollIntoView()");
            gallery.take(model, "model-opponents", language, "A model's opponents, style and sampling.");
            take(language, "/models/model-000/vs/model-001", "pair", "The comparison of two models.");
            take(language, "/method", "method", "How votes become ratings.");
            take(language, "/embed/leaderboard", "embed", "The table that other sites embed.");
            Browsers.closePages(browser);
        }
    }

    /** Sixty models whose names are long, in a category of their own, and six in another one. */
    void overfull() {
        cast("Korean", IntStream.range(0, 60 * 20), 60,
                "a-laboratory-of-some-renown/An Exceedingly Long Name of a Model Instruct Preview ");
        cast("German", IntStream.range(0, 6 * 10), 6, "small-");
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            given().get("/api/leaderboard?category=korean").then().body("uncertaintyLogSize",
                    greaterThanOrEqualTo(7_200));
            given().get("/api/leaderboard?category=german").then().body("uncertaintyLogSize",
                    greaterThanOrEqualTo(7_260));
        });
        for (String language : LANGUAGES) {
            take(language, "/leaderboard?category=korean", "leaderboard-long", "Sixty models with long names.");
            take(language, "/leaderboard?category=german", "leaderboard-six", "Six models, few votes.");
            take(language, "/leaderboard/charts?category=korean", "charts-long", "Charts with long names.");
            Browsers.closePages(browser);
        }
    }

    private static void cast(String language, IntStream votes, int models, String name) {
        String file = votes.mapToObj(i -> {
            int a = i % models;
            int b = (a + 1 + i / models) % models;
            return "{\"question_id\":\"%s%d\",\"model_a\":\"%s%d\",\"model_b\":\"%s%d\",\"winner\":\"%s\",\"judge\":\"l%d\",\"tstamp\":%d,\"language\":\"%s\"}"
                    .formatted(language, i, name, a, name, b == a ? (a + 1) % models : b,
                            (i * 31L) % 100 < 50 + 40.0 * (b - a) / models
                                    ? "model_a"
                                    : "model_b",
                            i % 90, 1_700_000_000 + i, language);
        }).collect(Collectors.joining(",", "[", "]"));
        ScreenshotsIT.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
    }

    private Page open(String language, String path) {
        return Browsers.open(browser, server.toString(), language, Looks.DESKTOP, path);
    }

    private void take(String language, String path, String state, String says) {
        gallery.take(open(language, path), state, language, says);
    }
}
