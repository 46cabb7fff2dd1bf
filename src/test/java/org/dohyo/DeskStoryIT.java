package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

/**
 * The whole story in real Chromium on the packaged application: the first start's link, an admin who adds two endpoints
 * at the desk, a battle that uses them while a second tab shows the leaderboard, then a pause and a retirement.
 */
@Execution(ExecutionMode.CONCURRENT)
class DeskStoryIT {

    private static final String PASSWORD = "a long password of the admin";
    private static final Pattern SETUP = Pattern.compile("http://\\S+(/setup\\?token=\\S+)");

    @TempDir
    Path data;

    private static Script answer(String... pieces) {
        Script script = Script.stream();
        for (String piece : pieces) {
            script.says(piece).pause(Duration.ofMillis(30));
        }
        return script.finish("stop").doneMark();
    }

    @Test
    void twoEndpointsAddedAtTheDesk_fightABattle() throws Exception {
        try (OpenAiServer east = new OpenAiServer().otherwise(answer("This one ", "says ", "blue."));
                OpenAiServer west = new OpenAiServer().otherwise(answer("This one ", "says ", "red."));
                ArenaProcess arena = ArenaProcess.start(ArenaProcess.JAR, data, Map.of());
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright)) {
            Page desk = Browsers.open(browser, arena.url(), "en", 1280, setupLink(arena));
            setUp(desk, arena);
            Browsers.checkAccess(desk);
            addModel(desk, east, "east");
            addModel(desk, west, "west");
            listModels(desk, west);

            Page board = Browsers.open(browser, arena.url(), "en", 1280, "/leaderboard");
            Page battle = Browsers.open(browser, arena.url(), "en", 1280, "/");
            Browsers.fight(battle, "Which colour?");
            assertThat(battle.locator("[data-side=A] .text")).containsText("says");
            assertThat(east.requests()).hasSize(3).last().satisfies(call -> {
                assertThat(call.headers()).containsEntry("authorization", "Bearer key of east");
                assertThat(call.body()).contains("Which colour?").doesNotContain("Dohyo");
            });
            assertThat(west.requests()).hasSize(4);
            Browsers.vote(battle, "B");
            assertThat(battle.locator("#result")).isVisible();
            assertThat(battle.locator("[data-side=A] .name")).containsText(Pattern.compile("Model (east|west)"));
            assertThat(board.locator("#rows")).containsText("Model east",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            assertThat(board.locator("#rows")).containsText("Model west");

            judge(desk);
            makeToken(desk);
            everyPage(desk);
            pauseAndRetire(desk);
            desk.navigate(arena.url() + "/desk/account");
            desk.locator("form[data-to='/api/session'] button").click();
            desk.waitForURL("**/desk/sign-in");
            desk.navigate(arena.url() + "/desk/models");
            assertThat(desk).hasURL(Pattern.compile("/desk/sign-in"));
            signIn(desk);
        }
    }

    private static String setupLink(ArenaProcess arena) {
        Matcher link = SETUP.matcher(arena.output());
        assertThat(link.find()).as(arena.output()).isTrue();
        return link.group(1);
    }

    private static void setUp(Page desk, ArenaProcess arena) throws Exception {
        desk.locator("#password").fill(PASSWORD);
        desk.locator("form[data-to='/api/setup'] button").click();
        desk.waitForURL("**/desk");
        ArenaClient script = new ArenaClient(arena);
        assertThat(script.statusAsAdmin("/api/admin/models", PASSWORD)).isEqualTo(200);
        String token = setupLink(arena).substring("/setup?token=".length());
        assertThat(script.post("/api/setup", "{\"token\":\"" + token + "\",\"password\":\"" + PASSWORD + "\"}")
                .statusCode())
                .as("the link's second use").isEqualTo(403);
    }

    private static void addModel(Page desk, OpenAiServer server, String slug) {
        desk.locator("a[href='/desk/models']").first().click();
        desk.locator("#baseUrl").fill(server.url().toString());
        desk.locator("#modelId").fill("model-of-" + slug);
        desk.locator("#apiKey").fill("key of " + slug);
        desk.locator("#slug").fill(slug);
        desk.locator("#name").fill("Model " + slug);
        desk.locator("#add-model button[type=submit]").click();
        desk.locator("a[href='/desk/models/" + slug + "']").click();
        desk.locator("form[data-show=test] button[type=submit]").click();
        assertThat(desk.locator("form[data-show=test] .outcome")).containsText("This one says");
        assertThat(desk.locator("main")).not().containsText("key of");
        Browsers.checkAccess(desk);
    }

    private static void listModels(Page desk, OpenAiServer server) {
        server.next(Script.status(200).header("Content-Type", "application/json")
                .send("{\"data\":[{\"id\":\"open-calm\"}]}"));
        desk.locator("a[href='/desk/models']").first().click();
        desk.locator("#baseUrl").fill(server.url().toString());
        desk.locator("#list-models").click();
        assertThat(desk.locator("#listed")).hasText("open-calm");
        assertThat(desk.locator("#modelId")).hasValue("open-calm");
        desk.locator("#protocol").selectOption("bedrock");
        assertThat(desk.locator("#region")).isVisible();
        assertThat(desk.locator("#apiKey")).isVisible();
        desk.locator("#protocol").selectOption("sagemaker");
        assertThat(desk.locator("#apiKey")).isHidden();
    }

    /** The vote that was cast leaves the ratings with a reason, and its board with it. */
    private static void judge(Page desk) {
        desk.locator(".desk-nav a[href='/desk/votes']").click();
        desk.locator(".cards a[href^='/desk/votes/']").click();
        assertThat(desk.locator(".model-output").first()).containsText("says");
        Looks.checkBoth(desk);
        desk.goBack();
        desk.locator(".cards select[name=code]").selectOption("OTHER");
        desk.locator(".cards input[name=reason]").fill("cast in a rehearsal");
        desk.locator(".cards button").click();
        assertThat(desk.locator(".cards")).containsText("excluded");
        assertThat(desk.locator(".cards")).containsText("cast in a rehearsal");
    }

    /** The token is shown once; the list shows its first characters. */
    private static void makeToken(Page desk) {
        desk.locator(".desk-nav a[href='/desk/tokens']").click();
        desk.locator("#name").fill("nightly import");
        desk.locator("[id='votes:import']").check();
        desk.locator("#new-token button[type=submit]").click();
        assertThat(desk.locator("#new-token .outcome")).containsText(Pattern.compile("dohyo_[\\w-]{43}"));
        Looks.checkBoth(desk);
        desk.reload();
        assertThat(desk.locator("#new-token .outcome")).isHidden();
        assertThat(desk.locator(".cards")).containsText("nightly import");
        desk.onceDialog(Dialog::accept);
        desk.locator(".cards form button").click();
        assertThat(desk.locator(".cards")).containsText("revoked");
    }

    private static void everyPage(Page desk) {
        for (String path : new String[] { "/desk/votes", "/desk/users", "/desk/tokens", "/desk/audit", "/desk",
                "/desk/account",
                "/desk/models", "/desk/models/west" }) {
            desk.navigate(desk.url().replaceAll("/desk.*", path));
            desk.locator("details").all().forEach(part -> part.evaluate("part => part.open = true"));
            Looks.checkBoth(desk);
        }
        desk.locator("#boostUntilVotes").fill("100");
        desk.locator("#aliases").fill("Westerly\nWest One");
        desk.locator("form[data-changes] button[type=submit]").click();
        assertThat(desk.locator("form[data-changes] .outcome")).hasText("Saved.");
        desk.reload();
        assertThat(desk.locator("#boostUntilVotes")).hasValue("100");
        desk.locator("details", new Page.LocatorOptions().setHas(desk.locator("#parameters"))).locator("summary")
                .click();
        desk.locator("#parameters").fill("{\"model\": null}");
        desk.locator("form[data-changes] button[type=submit]").click();
        assertThat(desk.locator("#parameters")).hasAttribute("aria-invalid", "true");
        desk.reload();
    }

    private static void pauseAndRetire(Page desk) {
        desk.onDialog(Dialog::accept);
        desk.locator("form.plain[data-send=PATCH] button").click();
        assertThat(desk.locator("main")).containsText("paused");
        desk.locator("form[data-send=DELETE] button").click();
        desk.waitForURL("**/desk/models");
        desk.locator("#all-models").check();
        desk.locator(".search button").click();
        assertThat(desk.locator("tr", new Page.LocatorOptions().setHasText("Model west"))).containsText("retired");
    }

    /** Leads back to the page that asked for it. */
    private static void signIn(Page desk) {
        desk.locator("#name").fill("admin");
        desk.locator("#password").fill("not the password");
        desk.locator("form[data-to='/api/session'] button").click();
        assertThat(desk.locator("form[data-to='/api/session'] .outcome"))
                .hasText("The name or the password is wrong.");
        desk.locator("#password").fill(PASSWORD);
        desk.locator("form[data-to='/api/session'] button").click();
        desk.waitForURL("**/desk/models");
    }
}
