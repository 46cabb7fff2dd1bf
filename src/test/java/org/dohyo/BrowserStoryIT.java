package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The voter's story in real Chromium: a battle fought and voted on by keyboard while a second tab shows the board. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BrowserStoryIT {

    @TestHTTPResource
    URI server;

    @Test
    void aBattleIsVotedOnByKeyboard_andTheBoardInTheOtherTabMoves() {
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            Page board = Browsers.open(browser, server.toString(), "en", 1280, "/leaderboard");
            String before = board.locator("#summary").innerText();
            Page page = Browsers.open(browser, server.toString(), "en", 1280, "/");
            Browsers.fight(page, "Explain why the sky is blue");
            page.keyboard().press("1");
            page.keyboard().press("1");
            assertThat(page.locator("#result")).isVisible();
            assertThat(page.locator("[data-side=A] .name")).containsText("Demo");
            Browsers.checkAccess(page);
            assertThat(board.locator("#summary")).not().hasText(before);
            assertThat(board.locator("#rows tr").first()).isVisible();
            Browsers.checkAccess(board);
        }
    }

    @Test
    void aPhoneInJapanese_reloadKeepsTheBattle() {
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            Page page = Browsers.open(browser, server.toString(), "ja", 390, "/");
            assertThat(page.locator("html")).hasAttribute("lang", "ja");
            Browsers.fight(page, "日本の四季について教えてください");
            String said = page.locator("[data-side=A] .text").innerText();
            page.reload();
            Browsers.turnTo(page, "B");
            assertThat(page.locator("#bar button[data-outcome=TIE]")).isEnabled();
            assertThat(page.locator("[data-side=A] .text")).containsText(said.lines().findFirst().orElseThrow());
            Browsers.vote(page, "TIE");
            assertThat(page.locator("#result")).isVisible();
            Browsers.checkAccess(page);
        }
    }
}
