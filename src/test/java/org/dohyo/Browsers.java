package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;

/** Real Chromium, the machine's own where there is one, and what every story does in it. */
public final class Browsers {

    /** The first that is there; the shell has no windows and toolbars to draw, so it needs less of the processor. */
    private static final List<Path> SYSTEM_CHROMIUM = List.of(Paths.get("/usr/bin/chromium-headless-shell"),
            Paths.get("/usr/bin/chromium"));
    private static final int ANSWERS_MILLIS = 30_000;
    /** A machine that builds several things at once is slow; only a test that fails waits that long. */
    private static final int ASSERTION_MILLIS = 20_000;
    private static final int ONE_SIDE_AT_A_TIME = 768;

    private Browsers() {
    }

    /**
     * A driver. Two can't be made at the same time, since each unpacks the same archive through one file system of the
     * JVM; test classes run side by side, in class loaders of their own, and have only such a text in common.
     */
    public static Playwright playwright() {
        synchronized ("org.dohyo.Browsers.playwright".intern()) {
            return Playwright.create();
        }
    }

    public static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox",
                "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS);
        SYSTEM_CHROMIUM.stream().filter(Files::exists).findFirst().ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    /** A page of a visitor who has agreed to the terms and done nothing else here. */
    public static Page open(Browser browser, String server, String language, int width, String path) {
        BrowserContext context = context(browser, language, width);
        APIRequestContext calls = context.request();
        JsonObject terms = JsonParser.parseString(calls.get(URI.create(server).resolve("/api/terms").toString()).text())
                .getAsJsonObject();
        calls.post(URI.create(server).resolve("/api/me/terms").toString(), RequestOptions.create()
                .setData(Map.of("version", terms.get("version").getAsInt())));
        return page(context, server, path);
    }

    /** A page of a visitor who hasn't been here before. */
    public static Page newcomer(Browser browser, String server, String language, int width, String path) {
        return page(context(browser, language, width), server, path);
    }

    /** A page of the admin of an arena for tests, who is signed in. */
    public static Page desk(Browser browser, String server, String language, int width, String path) {
        BrowserContext context = context(browser, language, width);
        context.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString(("admin:" + PackagedArena.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8))));
        return page(context, server, path);
    }

    private static BrowserContext context(Browser browser, String language, int width) {
        return browser.newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900));
    }

    private static Page page(BrowserContext context, String server, String path) {
        Page page = context.newPage();
        page.navigate(URI.create(server).resolve(path).toString());
        return page;
    }

    /** Sends a prompt and returns when both answers are whole. */
    public static void fight(Page page, String prompt) {
        page.locator("#prompt").fill(prompt);
        page.locator("#prompt").press("Enter");
        if (page.viewportSize().width <= ONE_SIDE_AT_A_TIME) {
            openAnswer(page, "B");
            openAnswer(page, "A");
        }
        assertThat(page.locator("#bar button[data-outcome=A]"))
                .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(ANSWERS_MILLIS));
        assertThat(page.locator("#turns > li").last().locator("[data-side=A] .text")).not().isEmpty();
        assertThat(page.locator("#turns > li").last().locator("[data-side=B] .text")).not().isEmpty();
    }

    /** Turns to that side and returns when its answer has begun: only then it counts as opened. */
    private static void openAnswer(Page page, String side) {
        turnTo(page, side);
        assertThat(page.locator("#turns > li").last().locator("[data-side=" + side + "] .text"))
                .hasText(Pattern.compile("\\S"), new LocatorAssertions.HasTextOptions().setTimeout(ANSWERS_MILLIS));
    }

    /** Chooses an outcome twice, so that the vote is sent at once. */
    public static void vote(Page page, String outcome) {
        Locator ballot = page.locator("#bar button[data-outcome=" + outcome + "]");
        ballot.click();
        assertThat(page.locator("#held")).isVisible();
        ballot.click();
    }

    /** On a phone, turns to that side. */
    public static void turnTo(Page page, String side) {
        page.locator("#tabs [data-tab=" + side + "]").click();
        assertThat(page.locator("#turns > li").last().locator("[data-side=" + side + "]")).isVisible();
    }

    /** No page works on behind the next test. */
    public static void closePages(Browser browser) {
        browser.contexts().forEach(BrowserContext::close);
    }

    /**
     * No rule of axe is broken in the page's present state. No page of ours has frames, so axe runs in the page itself.
     * All rules look at all elements; what broke none need not be described, which costs more than to look at it.
     */
    public static void checkAccess(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        assertThat(new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations()).isEmpty();
    }
}
