package org.dohyo.log.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Looks;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The log as people read it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LogPageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int VOTES = 60;

    @TestHTTPResource
    URI server;

    @BeforeEach
    void castVotes() {
        String file = IntStream.range(0, VOTES).mapToObj(
                """
                        {"question_id":"page-%d","model_a":"page-a","model_b":"page-b","winner":"model_a","tstamp":1700000000}"""::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        given().auth().preemptive().basic("admin", "a password for the tests").contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8)).post("/api/admin/votes/import?format=fastchat").then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> given().get("/api/log/entries").then().body("size", greaterThan(VOTES)));
    }

    private Page open(String language, String path) {
        return Browsers.open(CHROMIUM.browser(), server.toString(), language, Looks.DESKTOP, path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void newestEntries_areInWords_andPageBackToTheFirst(String language) {
        Page page = open(language, "/log");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("table.log tbody tr")).hasCount(50);
        assertThat(page.locator(".addresses code").first()).hasText(Pattern.compile("^[A-Za-z0-9+/]{43}=$"));
        assertThat(page.locator("pre").nth(1)).hasText(Pattern.compile("^java -jar quarkus-run.jar verify http://"));
        Looks.check(page);
        String newest = page.locator("table.log tbody tr:last-child .number").textContent();
        page.locator("a[href^='/log?before=']").click();
        assertThat(page.locator("table.log tbody tr:first-child a")).hasAttribute("href",
                Pattern.compile("from=" + (Long.parseLong(newest.replaceAll("\\D", "")) - 1) + "&"));
        // The log of an arena that other tests share is long: only its end and its beginning are read.
        page.navigate(server.resolve("/log?before=60").toString());
        page.locator("a[href^='/log?before=']").click();
        assertThat(page.locator("table.log tbody tr")).hasCount(10);
        assertThat(page.locator("a[href^='/log?before=']")).hasCount(0);
        assertThat(page.locator("table.log tbody tr:last-child .number")).hasText("0");
        assertThat(page.locator("table.log tbody")).containsText(language.equals("en") ? "New model: " : "新しいモデル：");
        page.locator("p.actions a[href^='/log#']").click();
        assertThat(page.locator("table.log tbody tr")).hasCount(50);
    }

    @Test
    void footer_leadsThere() {
        Page page = open("en", "/method");
        page.locator("footer a[href='/log']").click();
        assertThat(page.locator("h1")).hasText("Public log");
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "x", "99999999999999999999" })
    void pageBeforeNoPosition_isRefused(String before) {
        given().get("/log?before=" + before).then().statusCode(400)
                .body("violations[0].field", equalTo("before"));
    }

    @Test
    void pageBeforeTheFirstEntry_isEmpty() {
        given().header("Accept", "text/html").header("Accept-Language", "en").get("/log?before=0").then()
                .statusCode(200).body(containsString("There are no entries before this one."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void logWithoutEntriesOrTree_saysSo(String language) {
        String empty = LogPage.Templates
                .log(new LogView("https://arena.example", null, true, List.of(), null, List.of(), null), language,
                        "/log")
                .setLocale(language).render();
        Page page = open(language, "/terms");
        page.route("**/log", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html;charset=utf-8")
                .setBody(empty)));
        page.navigate(server.resolve("/log").toString());
        assertThat(page.locator(".empty")).hasCount(2);
        Looks.check(page);
    }
}
