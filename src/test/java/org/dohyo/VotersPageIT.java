package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a voter does in the browser beyond the plain battle, in both languages, on a desktop and on a phone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotersPageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(15_000);
    private static final String RICH = "## Sums\\n\\n| n | n² |\\n|---|---|\\n| 2 | 4 |\\n\\nSo $a^2 + b^2 = c^2$, or\\n\\n$$\\n"
            + "\\\\frac{1}{2}\\n$$\\n\\n```python\\ndef twice(x):\\n    return 2 * x\\n```\\n\\n[a link](https://example.org/) and "
            + "![an image](https://example.org/x.png)";

    @TestHTTPResource
    URI server;

    private Duel duel;

    /** Not before: only then the test's calls know the port. */
    @BeforeEach
    void enableModels() {
        if (duel == null) {
            duel = Duel.of("Alpha One", "Beta Two", Map.of("organization", "Wombatworks"));
            duel.first.otherwise(rich());
            duel.second.otherwise(rich());
        }
    }

    /** An answer with everything that can be drawn. */
    static Script rich() {
        return Script.stream()
                .event("{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"First I **think**.\"}}]}")
                .says(RICH).event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":123}}")
                .doneMark();
    }

    private Page open(String language, int width) {
        return Browsers.open(CHROMIUM.browser(), server.toString(), language, width, "/");
    }

    /** A phone has no Shift+Enter: there Enter begins a new line, and the button sends. */
    @Test
    void enterOnATouchScreen_beginsANewLine() {
        try (BrowserContext phone = CHROMIUM.browser().newContext(new Browser.NewContextOptions().setLocale("en")
                .setViewportSize(Looks.PHONE, 900).setHasTouch(true).setIsMobile(true))) {
            Page page = phone.newPage();
            page.navigate(server.toString());
            assertThat(page.locator("#keys")).isHidden();
            page.locator("#prompt").fill("First");
            page.locator("#prompt").press("Enter");
            page.locator("#prompt").pressSequentially("second");
            assertThat(page.locator("#prompt")).hasValue("First\nsecond");
            assertThat(page.locator("#consent")).isHidden();
            page.locator("#send").click();
            assertThat(page.locator("#consent")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({ "en, Agree and send", "ja, 同意して送信" })
    void newcomer_isAskedOnce_beforeTheFirstPromptLeaves(String language, String yes) {
        Page page = Browsers.newcomer(CHROMIUM.browser(), server.toString(), language, Looks.PHONE, "/");
        page.locator("#prompt").fill("Hello");
        page.locator("#prompt").press("Enter");
        assertThat(page.locator("#consent")).isVisible();
        Browsers.checkAccess(page);
        page.locator("#consent-no").click();
        assertThat(page.locator("#prompt")).hasValue("Hello");
        assertThat(page.locator("#turns > li")).hasCount(0);
        page.locator("#prompt").press("Enter");
        assertThat(page.locator("#consent-yes")).hasText(yes);
        page.locator("#consent-yes").click();
        assertThat(page.locator("#bar")).isVisible();
        page.reload();
        assertThat(page.locator("#battle")).hasAttribute("data-agreed", "true");
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void answers_haveTablesCodeAndMathematics_andReasoningOnlyAfterTheVote(String language, int width) {
        Page page = open(language, width);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Browsers.fight(page, "Show me everything");
        Locator text = page.locator("[data-side=A] .text");
        assertThat(text.locator(".wide table td")).hasCount(2);
        assertThat(text.locator("math").first()).isVisible();
        assertThat(text.locator("math[display=block] mfrac")).hasCount(1);
        assertThat(text.locator("math annotation")).hasCount(0);
        assertThat(text.locator(".hljs-keyword").first()).hasText("def");
        assertThat(text.locator("img")).hasCount(0);
        assertThat(text.locator("a").first()).hasAttribute("rel", "noopener noreferrer nofollow");
        text.locator(".copy-code").click();
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("def twice(x):\n    return 2 * x\n");
        assertThat(page.locator("[data-side=A] .reasoning")).isHidden();
        assertThat(page.content()).doesNotContain("First I");
        Browsers.checkAccess(page);

        Browsers.vote(page, "B");
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(page.locator("[data-side=A] .figures")).containsText("123");
        page.locator("[data-side=A] .reasoning summary").click();
        assertThat(page.locator("[data-side=A] .thought strong")).hasText("think");
        Looks.check(page);
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, Your vote is now on the leaderboard., Saved.", "ja, 390, この投票は順位表に反映されました。, 保存しました。" })
    void verdict_tellsThePairAndTheBoard_takesReasons_andCanBeShared(String language, int width, String taken,
            String noted) {
        Page page = open(language, width);
        Browsers.fight(page, "Who is better");
        Browsers.vote(page, "A");
        assertThat(page.locator("#standing")).not().isEmpty();
        assertThat(page.locator("#withdraw")).isVisible();
        assertThat(page.locator("#taken")).hasText(taken, new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        page.locator("#why summary").click();
        page.locator("#why [value=useful]").first().check();
        assertThat(page.locator("#noted")).hasText(noted);
        page.locator("#comment").fill("Clear");
        page.locator("#comment-save").click();
        page.locator("#share").click();
        assertThat(page.locator("#link-text")).hasValue(Pattern.compile(".*/s/[\\w-]{22}"));
        Looks.check(page);
        Page shared = Browsers.newcomer(CHROMIUM.browser(), server.toString(), language, width,
                URI.create(page.locator("#link-text").inputValue()).getPath());
        assertThat(shared.locator("[data-side=A] .hljs-keyword").first()).hasText("def");
        Browsers.checkAccess(shared);
        page.reload();
        assertThat(page.locator("#comment")).hasValue("Clear");
        assertThat(page.locator("#taken")).hasText(taken);
        page.locator("#why summary").click();
        assertThat(page.locator("#why [value=useful]").first()).isChecked();
    }

    @Test
    void reasonsGivenBeforeTheVote_goAlongWithIt() {
        Page page = open("en", Looks.PHONE);
        Browsers.fight(page, "Why so");
        page.locator("#why summary").click();
        page.locator("#why [data-of=B] [value=incorrect]").check();
        page.locator("#comment").fill("B forgot the link");
        Looks.checkBoth(page);
        Browsers.vote(page, "A");
        assertThat(page.locator("#voted")).isVisible();
        assertThat(page.locator("[data-side=A] .facts")).containsText("Wombatworks · MIT · open weights");
        assertThat(page.locator("#pair-link")).hasAttribute("href", Pattern.compile("/models/.+/vs/.+"));
        page.reload();
        page.locator("#why summary").click();
        assertThat(page.locator("#why [data-of=B] [value=incorrect]")).isChecked();
        assertThat(page.locator("#comment")).hasValue("B forgot the link");
    }

    /** Nobody has said of some models if their weights are open. */
    @ParameterizedTest
    @CsvSource({ "null, Wombatworks · MIT", "false, Wombatworks · MIT · weights not open" })
    void weightsOfAModel_areOnItsCard_whereTheyAreKnown(String openWeights, String facts) {
        setOpenWeights(openWeights);
        try {
            Page page = open("en", Looks.DESKTOP);
            Browsers.fight(page, "Open or not");
            Browsers.vote(page, "A");
            assertThat(page.locator("#voted")).isVisible();
            assertThat(page.locator("[data-side=A] .facts")).hasText(facts);
            assertThat(page.locator("[data-side=B] .facts")).hasText(facts);
        } finally {
            setOpenWeights("true");
        }
    }

    private void setOpenWeights(String openWeights) {
        duel.slugs.forEach(slug -> Duel.admin().body("{\"openWeights\":" + openWeights + "}")
                .patch("/api/admin/models/" + slug).then().statusCode(200));
    }

    /** A spinner beside the state and a caret where the next words will be, both still for those who want no motion. */
    @Test
    void answers_haveAMovingSign_whileTheyAreAwaitedAndWhileTheyCome() {
        duel.first.next(Script.stream().hang());
        Script some = Script.stream();
        for (int i = 0; i < 8; i++) {
            some.says("A few words. ").pause(Duration.ofMillis(100));
        }
        duel.second.next(some.hang());
        Page page = open("en", Looks.DESKTOP);
        page.locator("#prompt").fill("Take your time");
        page.locator("#prompt").press("Enter");
        String waiting = ".answer[data-state=waiting]";
        String running = ".answer[data-state=streaming]";
        assertThat(page.locator(running + " .text p")).containsText("A few", PATIENTLY);
        assertThat(page.locator(waiting)).hasCount(1);
        assertSigns(page, waiting, running, "moving");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertSigns(page, waiting, running, "still");

        page.locator("#stop").click();
        assertThat(page.locator(waiting)).hasCount(0);
        assertThat(page.locator(running)).hasCount(0);
        assertThat(drawn(page, ".answer[data-side=A] .text", "::after")).isEqualTo("nothing");
    }

    private static void assertSigns(Page page, String waiting, String running, String motion) {
        assertThat(drawn(page, waiting + " .state", "::before")).isEqualTo(motion);
        assertThat(drawn(page, running + " .state", "::before")).isEqualTo(motion);
        assertThat(drawn(page, waiting + " .text", "::after")).isEqualTo(motion);
        assertThat(drawn(page, running + " .text > p", "::after")).isEqualTo(motion);
    }

    /** The picture of a pseudo-element: a moving box, one that stands still, or nothing. */
    private static String drawn(Page page, String selector, String pseudo) {
        return (String) page.evaluate("""
                ([selector, pseudo]) => {
                  const style = getComputedStyle(document.querySelector(selector), pseudo);
                  if (style.content === 'none' || !(parseFloat(style.width) > 0)) return 'nothing';
                  return style.animationName === 'none' ? 'still' : 'moving';
                }""", List.of(selector, pseudo));
    }

    @Test
    void voteTakenBack_endsTheBattle() {
        Page page = open("en", Looks.DESKTOP);
        Browsers.fight(page, "Changed my mind");
        Browsers.vote(page, "B");
        page.locator("#withdraw").click();
        assertThat(page.locator("#status")).containsText("withdrew this vote");
        assertThat(page.locator("#verdict")).isHidden();
        assertThat(page.locator("#next")).isVisible();
    }

    @Test
    void keyboardAlone_asksVotesAndGoesOn() {
        Page page = open("en", Looks.DESKTOP);
        page.locator("#prompt").focus();
        page.keyboard().type("By keys");
        page.keyboard().press("Enter");
        assertThat(page.locator("#bar")).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(20_000));
        page.keyboard().press("Enter");
        assertThat(page.locator("#held")).isHidden();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#bar [data-outcome=BOTH_BAD]")).isFocused();
        assertThat(page.locator("#verdict")).isHidden();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#bar [data-outcome=B]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#undo")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#held")).isHidden();
        page.keyboard().press("2");
        assertThat(page.locator("#held-words")).containsText("B is better");
        page.keyboard().press("2");
        assertThat(page.locator("#voted")).hasText("You voted: B is better");
        assertThat(page.locator("#result")).isFocused();
        page.keyboard().press("n");
        assertThat(page.locator("#prompt")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void modelsByName_comeFromTheAddress_andAreNeverRanked(String language) {
        Page page = Browsers.open(CHROMIUM.browser(), server.toString(), language, Looks.PHONE,
                "/?a=" + duel.slugs.get(0) + "&b=" + duel.slugs.get(1));
        assertThat(page.locator("#named-a")).hasValue(duel.slugs.get(0));
        Browsers.checkAccess(page);
        page.locator("#prompt").fill("Hello both");
        page.locator("#prompt").press("Enter");
        assertThat(page.locator("[data-side=A] .name")).hasText("A · Alpha One");
        assertThat(page.locator("#not-ranked")).isVisible();
        assertThat(page.locator("#bar [data-outcome=A]")).isHidden();
        assertThat(page.locator("#send")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(20_000));
        Browsers.checkAccess(page);
        page.reload();
        assertThat(page.locator("[data-side=B] .name")).hasText("B · Beta Two");
    }

    @Test
    void answer_canBeFlagged() {
        Page page = open("en", Looks.DESKTOP);
        Browsers.fight(page, "Say something odd");
        page.locator("[data-side=A] .flag").click();
        page.locator("#flagging [value=broken]").check();
        Browsers.checkAccess(page);
        page.locator("#flagging [value=send]").click();
        assertThat(page.locator("#status")).containsText("will see your report");
    }

    @Test
    void promptLimit_isShownBeforeItIsHit_andNothingIsCutOff() {
        Page page = open("en", Looks.DESKTOP);
        page.locator("#prompt").fill("x".repeat(59_500));
        assertThat(page.locator("#left")).hasText("500 characters left");
        page.locator("#prompt").fill("x".repeat(60_007));
        assertThat(page.locator("#left")).containsText("7 characters too many");
        assertThat(page.locator("#send")).isDisabled();
        assertThat(page.inputValue("#prompt").length()).isEqualTo(60_007);
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void ownBattles_areListed_andCanBeDeleted(String language, int width) {
        Page page = open(language, width);
        Browsers.fight(page, "For the history");
        page.navigate(server.resolve("/me").toString());
        assertThat(page.locator("#own-list li")).hasCount(1);
        Looks.check(page);
        page.navigate(server.resolve("/me?q=nothing").toString());
        assertThat(page.locator("#own-list li")).hasCount(0);
        page.navigate(server.resolve("/me?q=HISTORY").toString());
        page.locator("#own-list .remove").click();
        assertThat(page.locator("#sure-one-no")).isFocused();
        Browsers.checkAccess(page);
        page.locator("#sure-one-yes").click();
        assertThat(page.locator("#own-list li")).hasCount(0);
        assertThat(page.locator("#removed")).not().isEmpty();
        page.locator("#erase").click();
        assertThat(page.locator("#sure-no")).isFocused();
        Browsers.checkAccess(page);
        page.locator("#sure-yes").click();
        assertThat(page.locator("#notice")).not().isEmpty();
        page.reload();
        assertThat(page.locator(".empty-title")).isVisible();
        Browsers.checkAccess(page);
        page.navigate(server.resolve("/terms").toString());
        Browsers.checkAccess(page);
    }

    /**
     * Layout shifts that nobody asked for, summed from the first text on; 0.1 is what counts as good. Those before it
     * come from sending the prompt, which a slow machine does too late for the browser to know. Their entries may
     * arrive after the first text, so it is their time that counts.
     */
    @ParameterizedTest
    @ValueSource(ints = { 1280, 390 })
    void nothingShifts_whileAnswersStream(int width) {
        Page page = open("en", width);
        page.evaluate(
                """
                        window.shift = 0;
                        let begun = Infinity;
                        const texts = () => [...document.querySelectorAll('#turns .text')];
                        new MutationObserver(() => {
                          if (begun === Infinity && texts().some((text) => text.textContent !== '')) begun = performance.now();
                        }).observe(document.body, { subtree: true, childList: true, characterData: true });
                        new PerformanceObserver((list) => list.getEntries().forEach((e) => {
                          if (e.startTime >= begun && !e.hadRecentInput) window.shift += e.value;
                        })).observe({ type: 'layout-shift' });""");
        Browsers.fight(page, "Show me everything");
        assertThat(((Number) page.evaluate("window.shift")).doubleValue()).isLessThan(0.02);
    }

    @Test
    void pages_fitFromTheNarrowestToTheWidestScreen_andAtTwiceTheSize() {
        Page page = open("en", Looks.DESKTOP);
        Browsers.fight(page, "Show me everything");
        for (int width : new int[] { 320, 640, 1024, 1920, 3840 }) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as("at " + width).isEqualTo(width);
        }
        page.setViewportSize(Looks.DESKTOP, 900);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Looks.DESKTOP);
    }

    @Test
    void reducedMotion_isRespected() {
        Page page = CHROMIUM.browser().newContext(new Browser.NewContextOptions().setReducedMotion(
                com.microsoft.playwright.options.ReducedMotion.REDUCE)).newPage();
        page.navigate(server.toString());
        assertThat(page.evaluate("""
                [...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e);
                  return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none'; }).length"""))
                .isEqualTo(0);
    }
}
