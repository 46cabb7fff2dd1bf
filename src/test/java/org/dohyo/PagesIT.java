package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.dohyo.leaderboard.page.LeaderboardMessages;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What all pages share: language, theme, caching, errors. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** A page that breaks. */
    @Path("/test/broken")
    public static class Broken {

        @GET
        public String show() {
            throw new IllegalStateException("the secret of the house");
        }
    }

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TestHTTPResource
    URI server;

    private Page open(String language, String path) {
        return Browsers.open(CHROMIUM.browser(), server.toString(), language, Looks.DESKTOP, path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/nothing/here" })
    void chosenLanguage_isRemembered_andLeadsBack(String path) {
        Page page = open("en", path);
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator(".switches [name=to]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page).hasURL(server.resolve(path).toString());
        page.navigate(server.resolve("/leaderboard?method=elo").toString());
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
    }

    @Test
    void chosenTheme_isRemembered_andKnownBeforeTheFirstPaint() {
        Page page = open("en", "/");
        assertThat(page.locator("#theme")).hasAttribute("aria-label", "Theme: system");
        page.locator("#theme").click();
        page.locator("#theme").click();
        assertThat(page.locator("#theme")).hasAttribute("aria-label", "Theme: dark");
        // With the deferred scripts held back, only what blocks the paint can have set it.
        page.route("**/static/bundle/*.js", route -> route.abort());
        page.navigate(server.resolve("/leaderboard").toString());
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(22, 21, 19)");
        page.unroute("**/static/bundle/*.js");
        page.reload();
        page.locator("#theme").click();
        assertThat(page.locator("html")).not().hasAttribute("data-theme", java.util.regex.Pattern.compile(".*"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/setup", "/nothing/here" })
    void pages_tellCachesThatTheyDifferByLanguage(String path) {
        assertThat(given().header("Accept", BROWSER).get(path).headers().getValues("Vary").toString())
                .contains("Accept-Language, Cookie");
    }

    @ParameterizedTest
    @CsvSource({ "/nothing/here, 404, en, Page not found", "/nothing/here, 404, ja, ページが見つかりません",
            "/leaderboard/x, 404, en, Page not found", "/test/broken, 500, en, Something went wrong",
            "/test/broken, 500, ja, 問題が発生しました" })
    void readers_getAPageInTheirLanguage_whenSomethingIsWrong(String path, int status, String language, String words) {
        given().header("Accept", BROWSER).header("Accept-Language", language).get(path).then().statusCode(status)
                .contentType(containsString("text/html"))
                .body(allOf(containsString("lang=\"" + language + "\""), containsString(words),
                        not(containsString("secret")),
                        not(containsString("Exception")), not(containsString("org.dohyo"))));
    }

    @ParameterizedTest
    @CsvSource({ "/api/nope, 404, '" + BROWSER + "'", "/nothing/here, 404, application/json", "/nothing/here, 404, */*",
            "/test/broken, 500, */*" })
    void programs_getAProblemDocument(String path, int status, String accept) {
        given().header("Accept", accept).get(path).then().statusCode(status).contentType("application/problem+json")
                .body(allOf(not(containsString("secret")), not(containsString("IllegalState"))));
    }

    @Test
    void addressOfALostPage_isShownAsText() {
        given().header("Accept", BROWSER).urlEncodingEnabled(false).get("/x%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                .then()
                .statusCode(404).body(not(containsString("<script>alert")));
    }

    @ParameterizedTest
    @CsvSource({ "en, /nothing/here", "ja, /nothing/here", "en, /leaderboard?method=elo", "ja, /leaderboard" })
    void pages_areCleanInAllLooks(String language, String path) {
        Looks.check(open(language, path));
    }

    @Test
    void counts_areSingularForOne() {
        LeaderboardMessages english = MessageBundles.get(LeaderboardMessages.class);
        assertThat(english.votesTotal(1, "1")).isEqualTo("1 vote");
        assertThat(english.votesTotal(2, "2")).isEqualTo("2 votes");
        assertThat(english.models(1)).isEqualTo("1 model");
        assertThat(MessageBundles.get(LeaderboardMessages.class, Localized.Literal.of("ja")).votesTotal(1, "1"))
                .isEqualTo("投票 1 件");
    }
}
