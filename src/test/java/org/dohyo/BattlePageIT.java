package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.dohyo.provider.OpenAiServer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.restassured.specification.RequestSpecification;

/** The battle page in each of its states, as a voter meets them. */
@Beside
class BattlePageIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena(Map.of("DOHYO_BATTLE_PER_VOTER_AND_HOUR", "3"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(30_000);

    private Page open(String language) {
        return Browsers.open(CHROMIUM.browser(), ARENA.uri().toString(), language, Looks.DESKTOP, "/");
    }

    /** Two models that answer at once: the demo models take their time. */
    private static Duel quick() {
        Duel duel = ARENA.duel("Alpha One", "Beta Two");
        duel.first.otherwise(Duel.answer("Spring has blossoms. ", "Summer is hot. ", "Autumn has leaves."));
        duel.second.otherwise(Duel.answer("Four of them, ", "one after the other."));
        return duel;
    }

    private static void betweenQuickModels(Consumer<Duel> story) {
        try (Duel duel = quick()) {
            story.accept(duel);
        }
    }

    /** An answer that never ends by itself. */
    private static Script endless() {
        Script script = Script.stream();
        for (int i = 0; i < 8; i++) {
            script.says("Some words that say little. ").pause(Duration.ofMillis(100));
        }
        return script.hang();
    }

    private static void send(Page page, String prompt) {
        page.locator("#prompt").fill(prompt);
        page.locator("#prompt").press("Enter");
    }

    private static Locator state(Page page, String side) {
        return page.locator("#turns > li").last().locator("[data-side=" + side + "] .state");
    }

    @ParameterizedTest
    @CsvSource({ "en, palindrome", "ja, 回文" })
    void ideas_fillTheBoxAndFocusIt_andSendNothing(String language, String word) {
        Page page = open(language);
        assertThat(page.locator("[data-prompt]")).hasCount(6);
        page.locator("[data-prompt]").nth(3).click();
        assertThat(page.locator("#prompt")).hasValue(Pattern.compile(word));
        assertThat(page.locator("#prompt")).isFocused();
        assertThat(page.locator("#turns > li")).hasCount(0);
        assertThat(page).hasURL(ARENA.uri().resolve("/").toString());
    }

    @ParameterizedTest
    @CsvSource({ "en, Waiting|Answering, Finished · [0-9]+ words?, You voted: Tie, Your vote was counted.",
            "ja, 待機中|回答中, 完了 · [0-9]+ 字, あなたの投票：引き分け, この投票は集計に加わりました。" })
    void everyState_isSaidInWords_andCleanInAllLooks(String language, String running, String finished, String voted,
            String counted) {
        try (Duel duel = quick()) {
            duel.first.next(endless());
            duel.second.next(endless());
            everyState(duel, language, running, finished, voted, counted);
        }
    }

    private void everyState(Duel duel, String language, String running, String finished, String voted, String counted) {
        Page page = open(language);
        Looks.check(page);
        send(page, language.equals("ja") ? "四季について教えてください" : "Tell me about the four seasons");
        assertThat(state(page, "A")).hasText(Pattern.compile(running));
        assertThat(page.locator("#bar [data-outcome=A]")).isDisabled();
        assertThat(page.locator("#stop")).isVisible();
        duel.awaitQueuedScripts();
        page.locator("#stop").click();
        assertThat(page.locator("[data-side=A] .retry")).isVisible();
        assertThat(page.locator("#stop")).isHidden();
        Looks.check(page);

        page.locator("[data-side=A] .retry").click();
        assertThat(state(page, "A")).hasText(Pattern.compile(finished),
                new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        page.locator("[data-side=B] .retry").click();
        assertThat(page.locator("#bar.ready")).isVisible(PATIENTLY);
        Looks.check(page);

        Browsers.vote(page, "TIE");
        assertThat(page.locator("#voted")).hasText(voted);
        assertThat(page.locator("#counted")).hasText(counted);
        Looks.check(page);
        page.keyboard().press("n");
        assertThat(page.locator("#prompt")).isFocused();
        assertThat(page.locator("#first")).isVisible();
    }

    @Test
    void answerOfARetry_isKept_whenItIsThereBeforeTheCallReturns() {
        try (Duel duel = quick()) {
            duel.first.next(endless());
            duel.second.next(endless());
            Page page = open("en");
            send(page, "Tell me about the four seasons");
            duel.awaitQueuedScripts();
            page.locator("#stop").click();
            assertThat(page.locator("[data-side=A] .retry")).isVisible();
            page.evaluate("""
                    () => {
                      const send = window.fetch;
                      window.fetch = async (to, options) => {
                        const answer = await send(to, options);
                        const card = document.querySelector('[data-side=A]');
                        while (String(to).endsWith('/retry') && card.dataset.state !== 'done')
                          await new Promise(requestAnimationFrame);
                        return answer;
                      };
                    }""");
            page.locator("[data-side=A] .retry").click();
            page.locator("[data-side=B] .retry").click();
            assertThat(page.locator("#bar.ready")).isVisible(PATIENTLY);
        }
    }

    @Test
    void runningAnswers_areCleanInAllLooks() {
        try (Duel duel = quick()) {
            duel.first.next(endless());
            duel.second.next(endless());
            Page page = open("en");
            send(page, "Explain tides at length");
            assertThat(page.locator("[data-side=A] .text")).containsText("words");
            Looks.checkBoth(page);
            assertThat(page.locator("#stop")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void failedSides_offerTheirOwnRetry_andKeepThePrompt(String language) {
        for (String slug : new String[] { "dead-1", "dead-2" }) {
            admin().body("{\"slug\":\"" + slug + language + "\",\"name\":\"" + slug
                    + "\",\"protocol\":\"openai\",\"baseUrl\":\"http://127.0.0.1:9/v1\",\"modelId\":\"m\",\"enabled\":true}")
                    .post("/api/admin/models").then().statusCode(201);
        }
        try {
            Page page = open(language);
            send(page, "Is anybody there");
            for (String side : new String[] { "A", "B" }) {
                Locator card = page.locator("[data-side=" + side + "]");
                assertThat(card.locator(".retry")).isVisible(PATIENTLY);
                assertThat(card.locator(".note")).containsText(side);
                assertThat(card).hasAttribute("data-state", "failed");
            }
            assertThat(page.locator(".prompt")).hasText("Is anybody there");
            Looks.check(page);
            page.locator("[data-side=B] .retry").click();
            assertThat(page.locator("[data-side=B] .retry")).isVisible(PATIENTLY);
        } finally {
            for (String slug : new String[] { "dead-1", "dead-2" }) {
                admin().body("{\"enabled\":false}").patch("/api/admin/models/" + slug + language).then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void sideThatCannotBeRetried_endsTheBattle_andLeadsToTheNext() {
        Page page = open("en");
        page.route("**/events", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/event-stream")
                .setBody("event: failed\ndata: {\"side\":\"A\",\"turn\":1,\"retryable\":false}\n\n")));
        send(page, "A prompt that is refused");
        assertThat(page.locator("[data-side=A] .note")).containsText("can't be retried");
        assertThat(page.locator("[data-side=A] .retry")).isHidden();
        assertThat(page.locator("#ask")).isHidden();
        page.locator("#next").click();
        assertThat(page.locator("#prompt")).isFocused();
    }

    private static RequestSpecification admin() {
        return ARENA.admin();
    }

    @Test
    void prompt_canBeEdited_orPutToNewModels_andAFollowUpGoesToBoth() {
        betweenQuickModels(duel -> editAndAskAgain(open("en")));
    }

    private void editAndAskAgain(Page page) {
        Browsers.fight(page, "Name three rivers");
        String first = page.url();
        send(page, "And three lakes");
        assertThat(page.locator("#turns > li")).hasCount(2);
        assertThat(page.locator("#bar.ready")).isVisible(PATIENTLY);
        assertThat(page.locator(".again").nth(1)).isHidden();

        page.locator(".anew").first().click();
        assertThat(page).not().hasURL(first);
        assertThat(page.locator(".prompt")).hasText("Name three rivers");
        page.locator(".edit").first().click();
        assertThat(page.locator("#prompt")).hasValue("Name three rivers");
        assertThat(page.locator("#prompt")).isFocused();
        assertThat(page.locator("#turns > li")).hasCount(0);
        page.reload();
        assertThat(page.locator("#prompt")).hasValue("Name three rivers");
    }

    @ParameterizedTest
    @CsvSource({ "en, Try again in about [0-9]+ min", "ja, 約 [0-9]+ 分後" })
    void refusedPrompt_isKept_alsoThroughAReload_andThePageSaysWhenToTryAgain(String language, String wait) {
        Page page = open(language);
        for (int i = 0; i < 3; i++) {
            page.navigate(ARENA.uri().toString());
            send(page, "Count to three");
            assertThat(page.locator("#bar")).isVisible();
            page.locator("#stop").click();
            assertThat(page.locator("[data-side=A] .retry")).isVisible();
        }
        page.navigate(ARENA.uri().toString());
        send(page, "One too many");
        assertThat(page.locator("#status.refused")).containsText(Pattern.compile(wait));
        assertThat(page.locator("#prompt")).hasValue("One too many");
        assertThat(page.locator("#send")).isEnabled();
        Looks.check(page);
        page.reload();
        assertThat(page.locator("#prompt")).hasValue("One too many");

        Page second = open(language);
        send(second, "Another voter may");
        assertThat(second.locator("#bar")).isVisible();
    }

    @Test
    void serverOutOfReach_keepsThePrompt() {
        Page page = open("en");
        page.context().setOffline(true);
        send(page, "Into the void");
        assertThat(page.locator("#status.refused")).containsText("can't be reached");
        assertThat(page.locator("#prompt")).hasValue("Into the void");
    }

    @Test
    void voteThatDidNotCount_isExplained() {
        Page page = open("en");
        betweenQuickModels(duel -> Browsers.fight(page, "Which of you two knows more"));
        page.route("**/vote", route -> {
            String body = route.fetch().text();
            route.fulfill(new Route.FulfillOptions().setStatus(201)
                    .setContentType("application/json").setBody(body.replace("\"counted\":true", "\"counted\":false")
                            .replace("\"notCountedReason\":null", "\"notCountedReason\":\"not-blind\"")));
        });
        Browsers.vote(page, "A");
        assertThat(page.locator("#counted")).containsText("the model names were shown before the vote");
    }

    @Test
    void withoutScripts_aNoticeStandsInsteadOfADeadBox() {
        Page page = CHROMIUM.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(ARENA.uri().toString());
        assertThat(page.locator("noscript .notice")).isVisible();
        assertThat(page.locator("#ask")).isHidden();
        assertThat(page.locator("#ideas")).isHidden();
    }

    @Test
    void votesOfToday_areShown() {
        Page page = open("en");
        assertThat(page.locator("#today").innerText())
                .matches("No votes yet today\\.|1 vote today|[0-9,]+ votes today");
    }
}
