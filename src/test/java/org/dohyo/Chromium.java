package org.dohyo;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

/**
 * One Chromium for all tests of a class, to be registered as a static field; each test's pages are closed behind it.
 * Classes that run {@link Beside} others have the one of their thread, which works on for the next class.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final ThreadLocal<Browser> OF_THREAD = new ThreadLocal<>();

    private Playwright playwright;
    private Browser browser;

    public Browser browser() {
        return browser;
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        if (!tests.getRequiredTestClass().isAnnotationPresent(Beside.class)) {
            playwright = Browsers.playwright();
            browser = Browsers.launch(playwright);
            return;
        }
        browser = OF_THREAD.get();
        if (browser == null || !browser.isConnected()) {
            Playwright driver = Browsers.playwright();
            tests.getRoot().getStore(ExtensionContext.Namespace.create(Chromium.class)).put(driver,
                    (AutoCloseable) driver::close);
            browser = Browsers.launch(driver);
            OF_THREAD.set(browser);
        }
    }

    /** No page works on behind the next test. */
    @Override
    public void afterEach(ExtensionContext test) {
        Browsers.closePages(browser);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (playwright != null) {
            if (browser != null) {
                browser.close();
            }
            playwright.close();
        }
    }
}
