package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** The ways in which a page is looked at: light and dark, on a desktop and on a phone. */
public final class Looks {

    public static final int DESKTOP = 1280;
    static final int PHONE = 390;
    private static final int NARROWEST = 320;
    private static final int HEIGHT = 900;
    private static final boolean ALL = "all".equals(System.getProperty("dohyo.looks"));

    private Looks() {
    }

    /**
     * In its present state the page breaks no rule of axe, and fits the narrowest screen. For a story that is told in
     * both languages: in English the page is looked at on a desktop and light, in Japanese on a phone and dark;
     * {@code -Ddohyo.looks=all}, as the proof has it, looks at all four in both.
     */
    public static void check(Page page) {
        boolean japanese = "ja".equals(page.evaluate("document.documentElement.lang"));
        check(page, !japanese, japanese);
    }

    /** The same for a story that is told in one language: on a desktop and light, and on a phone and dark. */
    public static void checkBoth(Page page) {
        check(page, true, true);
    }

    private static void check(Page page, boolean desktop, boolean phone) {
        if (desktop || ALL) {
            check(page, DESKTOP, ColorScheme.LIGHT);
        }
        if (phone || ALL) {
            check(page, PHONE, ColorScheme.DARK);
        }
        if (ALL) {
            check(page, DESKTOP, ColorScheme.DARK);
            check(page, PHONE, ColorScheme.LIGHT);
        }
        page.setViewportSize(NARROWEST, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width of " + page.url())
                .isEqualTo(NARROWEST);
        wear(page, DESKTOP, ColorScheme.LIGHT);
    }

    private static void check(Page page, int width, ColorScheme scheme) {
        wear(page, width, scheme);
        Browsers.checkAccess(page);
    }

    static void wear(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, HEIGHT);
        // A colour on its way from light to dark has neither one's contrast.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }
}
