package org.dohyo.vote.uncounted;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Looks;
import org.dohyo.SecondArena;
import org.dohyo.support.PostgresResource;
import org.dohyo.vote.Vote;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;

/** Votes of ten days, and then a check that leaves out every vote: the desk says so, and the meters do. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SecondArena.class)
class UncountedVotesIT {

    /** In a time to come, so that these votes are the newest, and a year away from all others. */
    private static final Instant NOW = Instant.parse("2126-06-30T12:00:00Z");
    /**
     * As no import takes votes of a time to come. Full ten minutes stay so, and no other test has votes of that time.
     */
    private static final Duration EARLIER_IMPORTED = Duration.ofDays(43_800);
    private static final int A_DAY = 150;
    private static final int OLD = 10 * A_DAY;
    private static final int NEW = 30;
    /** Those beside the newest 200 in the page of 1,000, and the three days before it. */
    private static final int EARLIER = 800 + 3 * A_DAY;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Inject
    DataSource database;

    @Inject
    Session session;

    @Inject
    Vote.Repository votes;

    @Inject
    VoteDay.Repository days;

    @TestHTTPResource
    URI server;

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests");
    }

    /** Old votes from noon of ten days on, the new ones within the last minutes; all as if they had been cast here. */
    private void cast() throws SQLException {
        String file = IntStream.range(0, OLD + NEW)
                .mapToObj(
                        i -> """
                                {"question_id":"uncounted-%d","model_a":"uncounted-east","model_b":"uncounted-west","winner":"tie","judge":"j%d","turn":1,
                                 "tstamp":%d}"""
                                .formatted(i, i, at(i).minus(EARLIER_IMPORTED).getEpochSecond()))
                .collect(Collectors.joining(",", "[", "]"));
        admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200)
                .body("imported", equalTo(OLD + NEW));
        execute("update vote set cast_at = cast_at + interval '" + EARLIER_IMPORTED.toDays() * 24
                + " hours' from battle where battle.id = battle_id and battle.import_key like 'fastchat:uncounted-%'");
        execute("update vote set categories_version = 'test' where cast_at >= '" + at(0) + "'");
        execute("update vote set counted = false, not_counted_reason = 'named-itself'"
                + " where extract(epoch from cast_at)::bigint % 600 = 0 and cast_at >= '" + at(0)
                + "' and cast_at < '" + NOW + "'");
    }

    /** From noon on, a minute apart; every tenth is at a full ten minutes. */
    private static Instant at(int i) {
        return i < OLD ? NOW.minus(Duration.ofDays(10 - i / A_DAY)).plusSeconds(60L * (i % A_DAY))
                : NOW.plusSeconds(i - OLD);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private UncountedVotes uncounted() {
        UncountedVotes uncounted = new UncountedVotes(session, votes, days,
                Clock.fixed(NOW.plusSeconds(3_600), ZoneOffset.UTC));
        // The second time changes nothing, as with a further replica.
        QuarkusTransaction.requiringNew().run(uncounted::closeDays);
        QuarkusTransaction.requiringNew().run(uncounted::closeDays);
        return uncounted;
    }

    @Test
    void checkThatLeavesOutEveryVote_isAnAlarm_atTheDeskAndInTheMeters() throws SQLException {
        cast();
        assertThat(uncounted().now().jumps()).as("the usual share").isEmpty();

        execute("update vote set counted = false, not_counted_reason = 'captcha' where cast_at >= '" + NOW + "'");
        UncountedVotes.Look look = uncounted().now();
        assertThat(look.jumps()).containsExactly(new Jump("captcha", 20, 20, 0, EARLIER));
        assertThat(look.votes()).isEqualTo(200);
        assertThat(look.uncounted()).isEqualTo(NEW + 17);

        // A look that another test has just taken stays for ten seconds.
        await().atMost(Duration.ofSeconds(20)).until(() -> admin().header("Accept-Language", "en").get("/desk")
                .asString().contains("Many votes are not being counted"));
        admin().header("Accept-Language", "en").get("/desk").then().statusCode(200)
                .body(allOf(containsString("Many votes are not being counted"),
                        containsString("20 of the last 20 votes are not counted. Reason: captcha."),
                        containsString("Before that it was 0.0% of " + EARLIER + "."),
                        containsString("href=\"/desk/votes?uncounted=true\"")));
        admin().header("Accept-Language", "en").get("/desk/votes?uncounted=true").then().statusCode(200)
                .body(allOf(containsString("not counted: captcha<"),
                        containsString("not counted: an answer revealed its model or its maker<")));
        admin().accept("text/plain").get("/q/metrics").then().body(containsString("dohyo_votes_uncounted_alarm 1.0"))
                .body(containsString("dohyo_votes_uncounted_share 0.235"));
        admin().get("/api/admin/votes?uncounted=true&model=uncounted-east&limit=500").then().statusCode(200)
                .body("votes", hasSize(NEW + OLD / 10)).body("votes.counted", everyItem(equalTo(false)));
        admin().get("/api/admin/votes?uncounted=true&excluded=true").then().statusCode(400)
                .body("violations.field", hasItem("uncounted"));
        shown("en", 1280, "20 of the last 20 votes");
        shown("ja", 390, "直近の投票 20 件のうち 20 件が集計対象外です。理由：captcha。");
    }

    private void shown(String language, int width, String text) {
        Page desk = Browsers.open(CHROMIUM.browser(), server.toString(), language, width, "/desk/sign-in");
        desk.locator("#name").fill("admin");
        desk.locator("#password").fill("a password for the tests");
        desk.locator("form[data-to='/api/session'] button").click();
        desk.waitForURL("**/desk");
        Locator alarm = desk.locator("section[aria-labelledby=uncounted]");
        PlaywrightAssertions.assertThat(alarm).containsText(text);
        Looks.check(desk);
        alarm.locator("a").click();
        desk.waitForURL("**/desk/votes?uncounted=true");
        PlaywrightAssertions.assertThat(desk.locator(".cards > li").first()).containsText("captcha");
        PlaywrightAssertions.assertThat(desk.locator(".segments [aria-current]")).hasCount(1);
        Looks.check(desk);
    }
}
