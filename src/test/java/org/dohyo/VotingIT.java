package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.dohyo.provider.OpenAiServer.Script;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** How a vote is given: on a phone only after both answers were opened, by nobody's accident, and undone in time. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotingIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena(Map.of("DOHYO_BATTLE_PER_VOTER_AND_HOUR", "1000",
            "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "10000", "DOHYO_BATTLE_STREAMING_PER_VOTER", "20"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int HOLD_MILLIS = 3_000;
    private static final String TABLE = "| City | Population | Share |\\n|:--|--:|:-:|\\n| 東京 Tokyo | 14,000,000 | 11.1 % |\\n"
            + "| Sapporo in the north of the country | 1,970,000 | 1.6 % |";
    private static final LocatorAssertions.HasTextOptions PATIENTLY = new LocatorAssertions.HasTextOptions()
            .setTimeout(20_000);

    private Duel duel;

    @BeforeAll
    void enableModels() {
        duel = ARENA.duel("Alpha One", "Beta Two");
        duel.first.otherwise(Duel.answer(TABLE));
        duel.second.otherwise(Duel.answer(TABLE));
    }

    private Page open(String language, int width) {
        return Browsers.open(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/");
    }

    private static void send(Page page, String prompt) {
        page.locator("#prompt").fill(prompt);
        page.locator("#prompt").press("Enter");
    }

    private static Locator ballot(Page page, String outcome) {
        return page.locator("#bar [data-outcome=" + outcome + "]");
    }

    private static Locator tab(Page page, String side) {
        return page.locator("#tabs [data-tab=" + side + "]");
    }

    private static Locator answer(Page page, String side) {
        return page.locator("#turns > li").last().locator("[data-side=" + side + "]");
    }

    /** How many votes the page sends from now on. */
    private static AtomicInteger votesOf(Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith("/vote")) {
                sent.incrementAndGet();
            }
        });
        return sent;
    }

    @ParameterizedTest
    @CsvSource({ "en, Finished, words, answer B too", "ja, 完了, 字, 回答 B も開いて" })
    void onAPhone_oneSideIsShown_andBothHaveToBeOpenedBeforeAVote(String language, String finished, String unit,
            String note) {
        Page page = open(language, Looks.PHONE);
        send(page, "Which city is larger");
        for (String side : new String[] { "A", "B" }) {
            assertThat(tab(page, side).locator(".state")).hasText(finished, PATIENTLY);
        }
        for (int width : new int[] { 320, Looks.PHONE }) {
            page.setViewportSize(width, 844);
            assertThat(page.evaluate("[...document.querySelectorAll('#tabs .state')]"
                    + ".filter((state) => state.scrollWidth > state.clientWidth).length")).as("cut").isEqualTo(0);
        }
        assertThat(answer(page, "A")).isVisible();
        assertThat(answer(page, "A").locator("header .state"))
                .hasText(Pattern.compile("^" + finished + " · [0-9]+ " + unit));
        assertThat(answer(page, "B")).isHidden();
        assertThat(page.locator("#vote-note")).containsText(note);
        assertThat(ballot(page, "A")).isDisabled();
        page.keyboard().press("1");
        assertThat(page.locator("#held")).isHidden();
        Browsers.checkAccess(page);

        tab(page, "B").click();
        assertThat(answer(page, "B")).isVisible();
        assertThat(answer(page, "A")).isHidden();
        assertThat(tab(page, "B")).hasAttribute("aria-selected", "true");
        assertThat(ballot(page, "A")).isEnabled();
        Browsers.checkAccess(page);
        Browsers.vote(page, "TIE");
        assertThat(tab(page, "A").locator(".state")).hasText(Pattern.compile("Alpha One|Beta Two"));
    }

    @Test
    void onAPhone_aSwipeTurnsToTheOtherSide_butNotOverAWideTable() {
        Page page = open("en", Looks.PHONE);
        Browsers.fight(page, "Which city is larger");
        swipe(page, "[data-side=A] footer", 300, 60);
        assertThat(answer(page, "B")).isVisible();
        swipe(page, "[data-side=B] footer", 60, 300);
        assertThat(answer(page, "A")).isVisible();
        swipe(page, "[data-side=A] .wide td", 300, 60);
        assertThat(answer(page, "A")).isVisible();
    }

    private static void swipe(Page page, String selector, int from, int to) {
        page.locator(selector).first().evaluate("""
                (part, [from, to]) => {
                  const y = part.getBoundingClientRect().top + 5;
                  const touch = (x) => new Touch({ identifier: 1, target: part, clientX: x, clientY: y });
                  const send = (name, x, all) => part.dispatchEvent(new TouchEvent(name,
                    { bubbles: true, touches: all ? [touch(x)] : [], changedTouches: [touch(x)] }));
                  send('touchstart', from, true);
                  send('touchend', to, false);
                }""", List.of(from, to));
    }

    @Test
    void onAWideScreen_bothSidesAreShown_andNoTabHasToBeOpened() {
        Page page = open("en", Looks.DESKTOP);
        Browsers.fight(page, "Which city is larger");
        assertThat(page.locator("#tabs")).isHidden();
        assertThat(answer(page, "A")).isVisible();
        assertThat(answer(page, "B")).isVisible();
    }

    @Test
    void tables_scrollInTheirBox_breakNoFigures_andKeepTheirAlignment() {
        Page page = open("en", Looks.PHONE);
        Browsers.fight(page, "Which city is larger");
        Locator box = answer(page, "A").locator(".wide");
        assertThat(box.evaluate("box => box.scrollWidth > box.clientWidth")).isEqualTo(true);
        Locator cells = box.locator("tbody tr").first().locator("td");
        assertThat(cells.evaluateAll("""
                cells => cells.map(cell => {
                  const text = document.createRange();
                  text.selectNodeContents(cell);
                  return text.getClientRects().length + ' ' + getComputedStyle(cell).textAlign;
                }).join(', ')""")).isEqualTo("1 left, 1 right, 1 center");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Looks.PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void onAPhone_theHeaderIsOneRow_andItsMenuLeadsOn(String language) {
        Page page = open(language, Looks.PHONE);
        assertThat(page.locator(".masthead").boundingBox().height).isLessThan(60);
        assertThat(page.locator("#menu")).isHidden();
        page.locator("#menu-open").click();
        assertThat(page.locator("#menu a")).hasCount(5);
        Browsers.checkAccess(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#menu")).isHidden();
        page.locator("#menu-open").click();
        page.locator("#menu a[href='/leaderboard']").click();
        assertThat(page).hasURL(Pattern.compile("/leaderboard$"));
    }

    @Test
    void aVote_isHeldForThreeSeconds_andSentThen() {
        Page page = open("en", Looks.DESKTOP);
        page.clock().install();
        page.reload();
        Browsers.fight(page, "Which city is larger");
        AtomicInteger votes = votesOf(page);
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        ballot(page, "B").click();
        assertThat(page.locator("#held-words")).containsText("B is better");
        assertThat(ballot(page, "B")).hasAttribute("aria-pressed", "true");
        page.clock().runFor(HOLD_MILLIS - 100);
        assertThat(page.locator("#held")).isVisible();
        assertThat(votes).hasValue(0);
        page.clock().runFor(200);
        page.clock().resume();
        assertThat(page.locator("#voted")).hasText("You voted: B is better");
        assertThat(votes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Enter", "Escape", "click" })
    void aHeldVote_isUndone_andNeverSent(String way) {
        Page page = open("en", Looks.DESKTOP);
        page.clock().install();
        page.reload();
        Browsers.fight(page, "Which city is larger");
        AtomicInteger votes = votesOf(page);
        page.keyboard().press("1");
        assertThat(page.locator("#undo")).isFocused();
        if (way.equals("click")) {
            page.locator("#undo").click();
        } else {
            page.keyboard().press(way);
        }
        assertThat(page.locator("#held")).isHidden();
        page.clock().fastForward(3L * HOLD_MILLIS);
        assertThat(ballot(page, "A")).isEnabled();
        assertThat(ballot(page, "A")).hasAttribute("aria-pressed", "false");
        assertThat(votes).hasValue(0);
        page.keyboard().press("3");
        page.keyboard().press("3");
        assertThat(page.locator("#voted")).hasText("You voted: Tie");
        assertThat(votes).hasValue(1);
    }

    @Test
    void finishedAnswers_focusNoOutcome_andEnterVotesForNone() {
        Page page = open("en", Looks.DESKTOP);
        AtomicInteger votes = votesOf(page);
        Browsers.fight(page, "Which city is larger");
        assertThat(page.locator("#bar")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#held")).isHidden();
        assertThat(ballot(page, "A")).isEnabled();
        assertThat(votes).hasValue(0);
    }

    @Test
    void aStoppedBattle_saysWhyItCannotBeVotedOn_andOffersRetry() {
        duel.first.next(Script.stream().says("Half an answer").hang());
        Page page = open("en", Looks.DESKTOP);
        send(page, "Which city is larger");
        assertThat(page.locator("#vote-note")).containsText("once both answers are finished");
        assertThat(page.locator(".answer[data-state=done]")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        duel.awaitQueuedScripts();
        page.locator("#stop").click();
        assertThat(page.locator("#vote-note")).containsText(Pattern.compile("Answer [AB] is unfinished"));
        assertThat(ballot(page, "A")).isDisabled();
        Looks.checkBoth(page);
        page.locator("#retry").click();
        assertThat(ballot(page, "A")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(20_000));
        assertThat(page.locator("#retry")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({ "0, No counted vote", "1, Only one counted vote", "4, Only 4 counted votes", "5, 60% of the time" })
    void fewVotes_giveNoPercentage(int votes, String words) {
        Page page = open("en", Looks.DESKTOP);
        Browsers.fight(page, "Which city is larger");
        page.route(Pattern.compile("/api/battles/[0-9a-f-]{36}$"), route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json").setBody(route.fetch().text().replaceAll("\"standing\":\\{[^}]*}",
                        "\"standing\":{\"votes\":" + votes + ",\"winsA\":" + votes
                                + ",\"winsB\":0,\"ties\":0,\"bothBad\":0,\"share\":0.6,\"low\":0.2,\"high\":0.9,\"taken\":true}"))));
        Browsers.vote(page, "A");
        assertThat(page.locator("#standing")).containsText(words);
        assertThat(page.locator("#pair-bar"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(votes >= 5));
        if (votes < 5) {
            assertThat(page.locator("#pair")).not().containsText("%");
        }
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, Delete battle", "ja, 390, 対戦を削除する" })
    void history_isSearched_opensABattle_andDeletesOne(String language, int width, String yes) {
        Page page = open(language, width);
        Browsers.fight(page, "Which rivers are long");
        String rivers = page.url();
        page.navigate(ARENA.uri().toString());
        Browsers.fight(page, "Which lakes are deep");
        page.locator("#history-open").click();
        Locator items = page.locator("#history-list li");
        assertThat(items).hasCount(2);
        assertThat(page.locator("#history-list a[aria-current]")).hasText("Which lakes are deep");
        Browsers.checkAccess(page);
        page.locator("#history-search").fill("RIVERS");
        assertThat(items).hasCount(1);
        items.first().locator("a").click();
        assertThat(page).hasURL(rivers);
        assertThat(page.locator(".prompt")).hasText("Which rivers are long");

        if (!page.locator("#history").isVisible()) {
            page.locator("#history-open").click();
        }
        page.locator("#history-search").fill("");
        assertThat(items).hasCount(2);
        items.filter(new Locator.FilterOptions().setHasText("rivers")).locator("button").click();
        assertThat(page.locator("#history-list .sure button").first()).isFocused();
        Browsers.checkAccess(page);
        page.locator("#history-list .danger").click();
        assertThat(items).hasCount(1);
        assertThat(page).hasURL(ARENA.uri().toString());
        page.navigate(rivers);
        assertThat(page.locator("#status")).hasClass("refused");
    }

    @Test
    void answers_areCollapsed_andScrolledTogether() {
        String text = "A line that is long enough.\\n\\n".repeat(60);
        duel.first.next(Duel.answer(text));
        duel.second.next(Duel.answer(text + text));
        Page page = open("en", Looks.DESKTOP);
        Browsers.fight(page, "Say much");
        double whole = answer(page, "A").boundingBox().height;
        answer(page, "A").locator(".fold").click();
        assertThat(answer(page, "A").locator(".fold")).hasAttribute("aria-expanded", "false");
        assertThat(((Number) answer(page, "A").locator(".text").evaluate("text => text.clientHeight"))
                .doubleValue())
                .isLessThan(whole / 3);
        answer(page, "A").locator(".fold").click();

        page.locator(".step").click();
        assertThat(page.locator(".step")).hasAttribute("aria-pressed", "true");
        answer(page, "A").locator(".text")
                .evaluate("text => text.scrollTo(0, (text.scrollHeight - text.clientHeight) / 2)");
        page.waitForFunction("""
                () => {
                  const text = document.querySelector('[data-side=B] .text');
                  return Math.abs(text.scrollTop / (text.scrollHeight - text.clientHeight) - 0.5) < 0.02;
                }""");
        Looks.checkBoth(page);
    }

    @Test
    void aNewcomer_isToldWhatThisIs_andCanTypeAtOnce() {
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), "en", Looks.DESKTOP, "/");
        assertThat(page.locator("#intro")).containsText("hidden names");
        assertThat(page.locator("#prompt")).isFocused();
        assertThat(page.locator("#prompt")).hasAttribute("placeholder", Pattern.compile("Ask a question.*"));
        assertThat(page.locator("#demos")).hasCount(0);
        duel.close();
        duel = null;
        page.reload();
        assertThat(page.locator("#demos a")).hasAttribute("href", "/desk/models");
        Looks.checkBoth(page);
    }
}
