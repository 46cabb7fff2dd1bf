package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The voter's story in real Chromium: a battle fought and voted on by keyboard while a second tab shows the board. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BrowserStoryIT {

    private static final Path SYSTEM_CHROMIUM = Paths.get("/usr/bin/chromium");

    @TestHTTPResource
    URI server;

    private static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox",
                "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        return playwright.chromium()
                .launch(Files.exists(SYSTEM_CHROMIUM) ? options.setExecutablePath(SYSTEM_CHROMIUM) : options);
    }

    private Page open(Browser browser, String language, int width, String path) {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900))
                .newPage();
        page.navigate(server.resolve(path).toString());
        return page;
    }

    private static void fight(Page page, String prompt) {
        page.locator("#prompt").fill(prompt);
        page.locator("#prompt").press("Enter");
        Locator first = page.locator("#bar button[data-outcome=A]");
        assertThat(first).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(20_000));
        assertThat(page.locator("[data-side=A] .text")).not().isEmpty();
        assertThat(page.locator("[data-side=B] .text")).not().isEmpty();
    }

    private static void checkAccess(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void aBattleIsVotedOnByKeyboard_andTheBoardInTheOtherTabMoves() {
        try (Playwright playwright = Playwright.create(); Browser browser = launch(playwright)) {
            Page board = open(browser, "en", 1280, "/leaderboard");
            String before = board.locator("#summary").innerText();
            Page page = open(browser, "en", 1280, "/");
            fight(page, "Explain why the sky is blue");
            page.keyboard().press("1");
            assertThat(page.locator("#result")).isVisible();
            assertThat(page.locator("[data-side=A] .name")).containsText("Demo");
            checkAccess(page);
            assertThat(board.locator("#summary")).not().hasText(before);
            assertThat(board.locator("#rows tr").first()).isVisible();
            checkAccess(board);
        }
    }

    @Test
    void aPhoneInJapanese_reloadKeepsTheBattle() {
        try (Playwright playwright = Playwright.create(); Browser browser = launch(playwright)) {
            Page page = open(browser, "ja", 390, "/");
            assertThat(page.locator("html")).hasAttribute("lang", "ja");
            fight(page, "日本の四季について教えてください");
            String said = page.locator("[data-side=A] .text").innerText();
            page.reload();
            assertThat(page.locator("#bar button[data-outcome=TIE]")).isEnabled();
            assertThat(page.locator("[data-side=A] .text")).containsText(said.lines().findFirst().orElseThrow());
            page.locator("#bar button[data-outcome=TIE]").click();
            assertThat(page.locator("#result")).isVisible();
            checkAccess(page);
        }
    }
}
