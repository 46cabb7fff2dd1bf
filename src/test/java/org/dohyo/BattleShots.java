package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.dohyo.provider.OpenAiServer.Script;

import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

/** Pictures of what a voter meets. */
final class BattleShots {

    /** Battles of a voter in an hour. */
    static final int LIMIT = 4;

    private final URI server;
    private final Browser browser;
    private final Gallery gallery;

    BattleShots(URI server, Browser browser, Gallery gallery) {
        this.server = server;
        this.browser = browser;
        this.gallery = gallery;
    }

    void take(String language) {
        beforeTheFirst(language);
        try (Duel duel = Duel.of("Alpha One", "Beta Two", Map.of("organization", "Wombatworks"))) {
            duel.first.otherwise(VotersPageIT.rich());
            duel.second.otherwise(VotersPageIT.rich());
            running(language, duel);
            finished(language);
            notCounted(language, duel);
            named(language, duel);
            refused(language);
        }
        failed(language);
        Browsers.closePages(browser);
    }

    private Page open(String language, String path) {
        return Browsers.open(browser, server.toString(), language, Looks.DESKTOP, path);
    }

    private static String prompt(String language) {
        return language.equals("ja") ? "三平方の定理を、表とコードを使って説明してください。"
                : "Explain the theorem of Pythagoras with a table and some code.";
    }

    private static void send(Page page, String prompt) {
        page.locator("#prompt").fill(prompt);
        page.locator("#prompt").press("Enter");
    }

    private void beforeTheFirst(String language) {
        Page page = Browsers.newcomer(browser, server.toString(), language, Looks.DESKTOP, "/");
        gallery.takeAlsoDark(page, "battle-empty", language, "The start page.");
        send(page, prompt(language));
        assertThat(page.locator("#consent")).isVisible();
        gallery.take(page, "battle-terms", language, "The terms, shown before the first prompt is sent.");
        page.navigate(server.resolve("/me").toString());
        gallery.take(page, "me-empty", language, "The voter's own page, before the first battle.");
        page.navigate(server.resolve("/terms").toString());
        gallery.take(page, "terms", language, "The terms.");
    }

    private void running(String language, Duel duel) {
        duel.first.next(Script.stream().hang());
        duel.second.next(Script.stream().hang());
        Page page = open(language, "/");
        send(page, prompt(language));
        assertThat(page.locator("#stop")).isVisible();
        gallery.take(page, "battle-waiting", language, "Waiting for both answers.");
        duel.awaitQueuedScripts();
        page.locator("#stop").click();
        assertThat(page.locator("[data-side=A] .retry")).isVisible();
        Script slow = Script.stream();
        for (int i = 0; i < 12; i++) {
            slow.says(language.equals("ja") ? "直角三角形では、二辺の平方の和が斜辺の平方に等しくなります。"
                    : "In a right triangle the squares of two sides add up to the square of the third. ")
                    .pause(Duration.ofMillis(120));
        }
        duel.first.next(slow.hang());
        duel.second.next(slow);
        page.locator(".anew").click();
        assertThat(page.locator("[data-side=A] .text p")).isVisible();
        assertThat(page.locator("[data-side=B] .text p")).isVisible();
        gallery.take(page, "battle-streaming", language, "Both answers stream at their own pace.");
        page.locator("#stop").click();
        assertThat(page.locator("[data-side=A] .retry")).isVisible();
        gallery.take(page, "battle-stopped", language, "Stopped; each side can be retried.");
    }

    private void finished(String language) {
        Page page = open(language, "/");
        Browsers.fight(page, prompt(language));
        gallery.takeAlsoDark(page, "battle-finished", language,
                "Both answers are complete and the vote bar is active.");
        page.locator("[data-side=A] .flag").click();
        gallery.take(page, "battle-flag", language, "Reporting an answer.");
        page.locator("#flag-no").click();
        page.locator("#history-open").click();
        assertThat(page.locator("#history-list li").first()).isVisible();
        gallery.take(page, "battle-history", language, "Own battles beside the page.");
        page.locator("#history-close").click();
        page.keyboard().press("1");
        page.keyboard().press("Escape");
        Browsers.vote(page, "A");
        assertThat(page.locator("#taken")).containsText(language.equals("ja") ? "反映されました" : "is now on");
        gallery.takeAlsoDark(page, "battle-voted", language,
                "After the vote: the models' names and how they compare overall.");
        page.locator("#why summary").click();
        page.locator("#why [value=useful]").first().check();
        page.locator("#share").click();
        assertThat(page.locator("#link")).isVisible();
        page.locator("#why").evaluate("part => part.scrollIntoView({ block: 'center' })");
        gallery.take(page, "battle-reasons", language, "Reasons, a comment, a link to share.");
        String shared = page.locator("#link-text").inputValue();
        page.navigate(server.resolve("/me").toString());
        gallery.take(page, "me", language, "The voter's own battles and data.");
        page.navigate(shared);
        gallery.take(page, "shared", language, "A shared battle.");
    }

    private void notCounted(String language, Duel duel) {
        Script giveaway = Duel
                .answer(language.equals("ja") ? "Alpha One がお答えします。" : "This is Alpha One, at your service.");
        duel.first.next(giveaway);
        Page page = open(language, "/");
        Browsers.fight(page, prompt(language));
        Browsers.vote(page, "TIE");
        assertThat(page.locator("#counted")).isVisible();
        page.locator("#voted").evaluate("part => part.scrollIntoView({ block: 'center' })");
        gallery.take(page, "battle-not-counted", language,
                "A model has named itself: the vote is stored but not counted.");
    }

    private void named(String language, Duel duel) {
        Page page = open(language, "/?a=" + duel.slugs.get(0) + "&b=" + duel.slugs.get(1));
        assertThat(page.locator("#named-b")).hasValue(duel.slugs.get(1));
        send(page, prompt(language));
        assertThat(page.locator("#send")).isEnabled(
                new com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions().setTimeout(20_000));
        gallery.take(page, "battle-named", language, "Two models chosen by name; such a battle isn't ranked.");
    }

    private void refused(String language) {
        Page page = open(language, "/");
        APIRequestContext calls = page.context().request();
        for (int i = 0; i < LIMIT; i++) {
            String begun = calls.post(server.resolve("/api/battles").toString(),
                    RequestOptions.create().setData(Map.of("prompt", "Count to three"))).text();
            calls.post(server
                    .resolve("/api/battles/" + JsonParser.parseString(begun).getAsJsonObject().get("id").getAsString()
                            + "/stop")
                    .toString());
        }
        send(page, prompt(language));
        assertThat(page.locator("#status.refused")).isVisible();
        gallery.take(page, "battle-refused", language,
                "Too many battles: the prompt is kept, and the page says when to try again.");
    }

    private void failed(String language) {
        try (Duel duel = Duel.of("Alpha One", "Beta Two")) {
            duel.first.otherwise(Script.status(500).send("{}"));
            duel.second.otherwise(VotersPageIT.rich());
            Page page = open(language, "/");
            send(page, prompt(language));
            assertThat(page.locator(".answer[data-state=failed]").first()).isVisible(
                    new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            assertThat(page.locator(".answer[data-state=done]").first()).isVisible(
                    new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            gallery.take(page, "battle-failed", language, "One side has failed and can be retried on its own.");
        }
    }
}
