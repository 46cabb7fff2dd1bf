package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** Real Chromium, the machine's own where there is one, and what every story does in it. */
public final class Browsers {

    private static final Path SYSTEM_CHROMIUM = Paths.get("/usr/bin/chromium");
    private static final int ANSWERS_MILLIS = 30_000;

    private Browsers() {
    }

    public static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox",
                "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        return playwright.chromium()
                .launch(Files.exists(SYSTEM_CHROMIUM) ? options.setExecutablePath(SYSTEM_CHROMIUM) : options);
    }

    /** A page of a visitor who hasn't been here before. */
    public static Page open(Browser browser, String server, String language, int width, String path) {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900))
                .newPage();
        page.navigate(URI.create(server).resolve(path).toString());
        return page;
    }

    /** Sends a prompt and returns when both answers are whole. */
    public static void fight(Page page, String prompt) {
        page.locator("#prompt").fill(prompt);
        page.locator("#prompt").press("Enter");
        assertThat(page.locator("#bar button[data-outcome=A]"))
                .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(ANSWERS_MILLIS));
        assertThat(page.locator("[data-side=A] .text")).not().isEmpty();
        assertThat(page.locator("[data-side=B] .text")).not().isEmpty();
    }

    /** No rule of axe is broken in the page's present state. */
    public static void checkAccess(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
