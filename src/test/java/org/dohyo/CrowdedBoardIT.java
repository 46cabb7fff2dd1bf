package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;

/** The leaderboard when it is full. */
@Beside
class CrowdedBoardIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void twoHundredModelsWithLongNames_fit() {
        String votes = IntStream.range(0, 199).mapToObj(CrowdedBoardIT::vote)
                .collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream")
                .body(votes.getBytes(StandardCharsets.UTF_8)).post("/api/admin/votes/import?format=fastchat").then()
                .statusCode(200);
        Page page = Browsers.open(CHROMIUM.browser(), ARENA.uri().toString(), "en", Looks.DESKTOP, "/leaderboard");
        assertThat(page.locator("#rows tr:not(.apart)")).hasCount(200, new LocatorAssertions.HasCountOptions()
                .setTimeout(10_000));
        // The bracket follows the slower beat, which has much to do here.
        assertThat(page.locator("#tied")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(page.locator("#live.on")).isVisible();
        // Each row is made as those of the smaller tables, which are looked at in all ways: here it is the width that
        // counts.
        for (int width : new int[] { 320, Looks.PHONE, Looks.DESKTOP }) {
            Looks.wear(page, width, ColorScheme.LIGHT);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as("width").isEqualTo(width);
        }
    }

    private static String vote(int i) {
        return "{\"question_id\":\"pages-%d\",\"model_a\":\"%s\",\"model_b\":\"%s\",\"winner\":\"%s\",\"judge\":\"j\",\"tstamp\":%d}"
                .formatted(i, name(i), name(i + 1), i % 3 == 0 ? "model_b" : "model_a", 1_700_000_000 + i);
    }

    private static String name(int i) {
        return "averylongmodelname-without-any-place-to-break".replace("-", "") + "-instruct-preview-" + i;
    }
}
