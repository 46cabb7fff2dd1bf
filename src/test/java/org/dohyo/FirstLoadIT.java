package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the first page costs a reader who comes for the first time. Its figures are printed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FirstLoadIT {

    private static final int MOST_BYTES = 150_000;
    private static final int RUNS = 5;
    private static final String FIGURES = """
            () => {
              const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
              return {
                bytes: all.reduce((sum, e) => sum + e.encodedBodySize, 0),
                names: all.map((e) => e.name.split('/').pop() + ' ' + e.encodedBodySize).join(', '),
                paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1,
                typing: performance.getEntriesByName('typing-ready')[0]?.startTime ?? -1,
              };
            }""";

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void firstPage_isLight_andReadyToTypeInto(String language) {
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            List<Double> paints = new ArrayList<>();
            List<Double> typings = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                Page page = Browsers.newcomer(browser, server.toString(), language, Looks.DESKTOP, "/");
                page.waitForCondition(() -> ((Number) figures(page).get("typing")).doubleValue() > 0
                        && ((Number) figures(page).get("paint")).doubleValue() > 0);
                Map<?, ?> figures = figures(page);
                assertThat(((Number) figures.get("bytes")).intValue()).as(figures.get("names").toString())
                        .isLessThan(MOST_BYTES);
                assertThat(figures.get("names").toString()).doesNotContain("katex", "common-");
                paints.add(((Number) figures.get("paint")).doubleValue());
                typings.add(((Number) figures.get("typing")).doubleValue());
                if (i == 0) {
                    System.out.printf("First load (%s): %s bytes compressed: %s%n", language, figures.get("bytes"),
                            figures.get("names"));
                }
            }
            System.out.printf("First contentful paint %s ms, ready to type %s ms (medians of %d)%n", median(paints),
                    median(typings), RUNS);
            assertThat(median(typings)).isLessThan(5_000);
        }
    }

    private static Map<?, ?> figures(Page page) {
        return (Map<?, ?>) page.evaluate(FIGURES);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().map(Math::ceil).orElseThrow();
    }
}
