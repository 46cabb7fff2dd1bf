package org.dohyo;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

/**
 * One Chromium for all tests of a class, to be registered as a static field; each test's pages are closed behind it.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private Playwright playwright;
    private Browser browser;

    public Browser browser() {
        return browser;
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    /** No page works on behind the next test. */
    @Override
    public void afterEach(ExtensionContext test) {
        Browsers.closePages(browser);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }
}
