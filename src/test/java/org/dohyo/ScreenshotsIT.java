package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/**
 * Makes pictures rather than checks, so it runs only when asked to. {@code -Ddohyo.screenshots=docs/images} makes the
 * README's into that folder; {@code -Ddohyo.screenshots.all=docs/screenshots} every state of the voter's and the
 * leaderboard's pages in both languages, with an index; {@code -Ddohyo.screenshots.desk} the desk's pages. Asked for
 * two of them, the latter's leaderboard isn't empty any more.
 */
@EnabledIf("asked")
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(ScreenshotsIT.OwnDatabase.class)
class ScreenshotsIT {

    /** A database apart, so that the pictures show these votes only, and a limit that is soon reached. */
    public static class OwnDatabase implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dohyo.battle.per-voter-and-hour", Integer.toString(BattleShots.LIMIT));
        }
    }

    private static final String README = "dohyo.screenshots";
    private static final String ALL = "dohyo.screenshots.all";
    private static final String DESK = "dohyo.screenshots.desk";
    private static final long MOST_BYTES = 300_000;
    /** The generators that say most, so that there is something to read. */
    private static final List<String> QUIET = List.of("demo-sekiwake", "demo-komusubi", "demo-maegashira",
            "demo-jonokuchi");

    @TestHTTPResource
    URI server;

    static boolean asked() {
        return System.getProperty(README) != null || System.getProperty(ALL) != null
                || System.getProperty(DESK) != null;
    }

    @Test
    @EnabledIfSystemProperty(named = README, matches = ".+")
    void readme() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty(README)));
        fillLeaderboard();
        enable(QUIET, false);
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            Page battle = Browsers.open(browser, server.toString(), "en", Looks.DESKTOP, "/");
            Looks.wear(battle, Looks.DESKTOP, ColorScheme.LIGHT);
            Browsers.fight(battle, "Compare train and plane for a journey of 600 km: time, cost and climate.");
            // The ring of focus belongs to whoever votes by keyboard.
            battle.evaluate("document.activeElement.blur()");
            battle.setViewportSize(Looks.DESKTOP, (int) battle.evaluate("document.documentElement.scrollHeight"));
            check(shoot(battle, folder.resolve("battle.png")));
            Page board = Browsers.open(browser, server.toString(), "en", Looks.DESKTOP, "/leaderboard");
            Looks.wear(board, Looks.DESKTOP, ColorScheme.LIGHT);
            assertThat(board.locator("#live.on")).isVisible();
            check(shoot(board, folder.resolve("leaderboard.png")));
        } finally {
            enable(QUIET, true);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = ".+")
    void everyState() throws Exception {
        Gallery gallery = new Gallery(Path.of(System.getProperty(ALL)));
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            BoardShots boards = new BoardShots(server, browser, gallery);
            BattleShots battles = new BattleShots(server, browser, gallery);
            boards.empty();
            fillLeaderboard();
            boards.full();
            for (String language : new String[] { "en", "ja" }) {
                battles.take(language);
            }
            boards.overfull();
        }
        gallery.index("""
                # Pictures of every state
                The votes are made up. This command retakes all pictures:

                ```
                ./mvnw verify -Dtest=NoSuchTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ScreenshotsIT \\
                  -Dfailsafe.failIfNoSpecifiedTests=false -Ddohyo.screenshots.all=docs/screenshots
                ```
                """);
    }

    @Test
    @EnabledIfSystemProperty(named = DESK, matches = ".+")
    void desk() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty(DESK)));
        fillLeaderboard();
        admin().contentType(ContentType.JSON).body("""
                {"slug":"local","name":"Local","protocol":"openai","baseUrl":"http://127.0.0.1:9/v1","modelId":"m",
                 "aliases":["Loc"],"codeName":"Nightjar","parameters":{"temperature":0.5}}""")
                .post("/api/admin/models").then().statusCode(201);
        admin().post("/api/admin/models/local/test").then().statusCode(200);
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            for (String language : new String[] { "en", "ja" }) {
                Page page = Browsers.open(browser, server.toString(), language, Looks.DESKTOP, "/desk/sign-in");
                page.locator("#name").fill("admin");
                page.locator("#password").fill("a password for the tests");
                page.locator("form[data-to='/api/session'] button").click();
                page.waitForURL("**/desk");
                for (String path : List.of("/desk", "/desk/models", "/desk/models/local", "/desk/votes", "/desk/users",
                        "/desk/tokens", "/desk/audit", "/desk/conversations", "/desk/moderation", "/desk/categories",
                        "/desk/terms")) {
                    page.navigate(server.resolve(path).toString());
                    page.locator("main details").all().forEach(part -> part.evaluate("part => part.open = true"));
                    everyLook(page, folder, language + path.replace('/', '-'));
                }
            }
        }
    }

    private static void everyLook(Page page, Path folder, String name) {
        for (ColorScheme scheme : new ColorScheme[] { ColorScheme.LIGHT, ColorScheme.DARK }) {
            for (int width : new int[] { Looks.DESKTOP, Looks.PHONE }) {
                Looks.wear(page, width, scheme);
                shoot(page,
                        folder.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"));
            }
        }
    }

    private static Path shoot(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    private static void check(Path picture) throws IOException {
        assertThat(Files.size(picture)).as(picture.toString()).isLessThan(MOST_BYTES);
    }

    static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests");
    }

    private static void enable(List<String> slugs, boolean enabled) {
        slugs.forEach(slug -> admin().contentType(ContentType.JSON).body("{\"enabled\":" + enabled + "}")
                .patch("/api/admin/models/" + slug).then().statusCode(200));
    }

    /** The oracle's made-up votes between made-up models. */
    private static void fillLeaderboard() throws IOException {
        try (InputStream votes = new GZIPInputStream(
                ScreenshotsIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            admin().contentType("application/octet-stream").body(votes.readAllBytes())
                    .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        }
    }
}
