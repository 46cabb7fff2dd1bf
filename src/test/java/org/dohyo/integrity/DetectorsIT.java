package org.dohyo.integrity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Looks;
import org.dohyo.SecondArena;
import org.dohyo.support.PostgresResource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** From rigged votes in the log to the desk, the board and back. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SecondArena.class)
class DetectorsIT {

    private static final int HISTORY = 1_500;
    private static final int RIGGED = 20;

    private static final String MODELS = """
            insert into model (slug, name, created_at) select 'rig-' || m, 'Rig ' || m, now() from generate_series(0, 5) m""";

    private static final String VOTER = """
            insert into voter (tag, created_at) select sha256(convert_to('%1$s' || v, 'UTF8')), now() - interval '%2$s'
            from generate_series(1, %3$d) v""";

    /**
     * Votes of some voters on pairs of all six models, cast as an expression of the models and of a random byte says.
     */
    private static final String VOTES = """
            with drawn as (
                select gen_random_uuid() as battle, gen_random_uuid() as vote, n, get_byte(sha256(convert_to('%1$s' || n, 'UTF8')), 0) as chance,
                    %2$s as a, %3$s as b, (select array_agg(id order by id) from voter where tag in
                        (select sha256(convert_to('%1$s' || v, 'UTF8')) from generate_series(1, %4$d) v)) as voters
                from generate_series(1, %5$d) n),
            pair as (select d.*, x.id as model_a, y.id as model_b, v.id as voter_id, v.tag from drawn d
                join model x on x.slug = 'rig-' || d.a join model y on y.slug = 'rig-' || d.b
                join voter v on v.id = voters[1 + n %% %4$d]),
            battle as (insert into battle (id, voter_id, origin, blind, model_a, revision_a, model_b, revision_b, propensity, state,
                turn, created_at, updated_at)
                select battle, voter_id, 'ARENA', true, model_a, 1, model_b, 1, 0.1, 'VOTED', 1, now(), now() from pair returning id),
            vote as (insert into vote (battle_id, id, voter_id, voter_tag, outcome, categories, categories_version, counted, cast_at)
                select battle, vote, voter_id, tag, %6$s, array['overall'], '1', true, now() from pair returning id)
            insert into log_queue (kind, vote_id, at) select 'CAST', id, now() from vote""";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TestHTTPResource
    URI server;
    @Inject
    AgroalDataSource database;
    @Inject
    Detectors detectors;
    @Inject
    Checks checks;

    /** Votes on the board that are not of this test. */
    private int others;

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests").contentType(ContentType.JSON);
    }

    private void cast(String who, int voters, int votes, String a, String b, String outcome) {
        Jdbi.create(database).useHandle(
                handle -> handle.execute(VOTES.formatted(who, a, b, voters, votes, outcome)));
        await().atMost(Duration.ofSeconds(60)).until(() -> queued() == 0);
    }

    private long queued() {
        return count("select count(*) from log_queue");
    }

    private long count(String query) {
        return Jdbi.create(database).withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private static int votesOnTheBoard() {
        return ((Number) given().get("/api/leaderboard").path("votes")).intValue();
    }

    private void boardShows(int votes) {
        await().atMost(Duration.ofSeconds(60)).until(() -> votesOnTheBoard() == others + votes);
    }

    private static void decide(String id, String what, int status) {
        admin().body("{\"reason\":\"seen by a person\"}").post("/api/admin/integrity/" + id + "/" + what).then()
                .statusCode(status);
    }

    private void look(String language, String path) {
        Page page = Browsers.desk(CHROMIUM.browser(), server.toString(), language, 390, path);
        Looks.check(page);
        String folder = System.getProperty("dohyo.story.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(folder, "integrity-" + language + ".png")));
        }
        page.context().close();
    }

    @Test
    void riggedVotes_loseTheirWeight_untilAPersonClearsThem() {
        await().atMost(Duration.ofSeconds(60)).until(() -> queued() == 0);
        others = (int) count("""
                select coalesce(sum(first_wins + second_wins + ties + both_bad), 0) from pair_count
                where category = 'overall'""");
        boardShows(0);
        Jdbi.create(database).useHandle(handle -> {
            handle.execute(MODELS);
            handle.execute(VOTER.formatted("honest", "30 days", 50));
            handle.execute(VOTER.formatted("rigger", "1 minute", 1));
        });
        String byChance = "case when chance < 110 then 'A' when chance < 220 then 'B' else 'TIE' end";
        cast("honest", 50, HISTORY, "n % 6", "(n + 1 + n / 6 % 5) % 6", byChance);
        boardShows(HISTORY);
        detectors.run(Instant.now());
        cast("honest", 50, 100, "n % 6", "(n + 1 + n / 6 % 5) % 6", byChance);
        cast("rigger", 1, RIGGED, "3", "(array[0, 1, 2, 4, 5])[1 + n % 5]", "'A'");
        boardShows(HISTORY + 100 + RIGGED);

        long logged = count("select size from log_head");
        detectors.run(Instant.now());

        boardShows(HISTORY + 100);
        String id = admin().get("/api/admin/integrity").then().statusCode(200)
                .body("suspects.findAll { it.kind == 'VOTER' }.size()", equalTo(1))
                .extract().path("suspects.find { it.kind == 'VOTER' }.id");
        admin().get("/api/admin/integrity").then()
                .body("suspects.find { it.kind == 'VOTER' }.judgements.model", hasItem("Rig 3"))
                .body("suspects.find { it.kind == 'VOTER' }.votes", equalTo(RIGGED))
                .body("suspects.find { it.kind == 'VOTER' }.strongest", greaterThan(100f));
        given().get("/api/log/entries?from=" + logged).then()
                .body("entries.leaf.kind", hasItem("EXCLUDE")).body("entries.leaf.reason",
                        hasItem("DETECTED"));
        admin().get("/desk/integrity").then().statusCode(200).body(containsString("Rig 3"));
        admin().get("/desk/integrity/" + id).then().statusCode(200).body(containsString("<svg"))
                .body(containsString("How the evidence grew"));
        admin().header("Accept-Language", "ja").get("/desk/integrity/" + id).then().statusCode(200)
                .body(containsString("証拠の推移"));

        look("en", "/desk/integrity");
        look("ja", "/desk/integrity/" + id);

        decide(id, "clear", 204);
        boardShows(HISTORY + 100 + RIGGED);
        decide(id, "clear", 409);
        cast("rigger", 1, RIGGED, "3", "(array[0, 1, 2, 4, 5])[1 + n % 5]", "'A'");
        detectors.run(Instant.now());
        boardShows(HISTORY + 100 + 2 * RIGGED);
        decide(id, "exclude", 204);
        boardShows(HISTORY + 100);
        admin().get("/api/admin/integrity").then()
                .body("suspects.find { it.id == '" + id + "' }.judgements.outcome", hasItems("CLEARED", "EXCLUDED"))
                .body("suspects.find { it.id == '" + id + "' }.judgements.decidedBy", hasItem("admin"));
        assertThatThrownBy(() -> Jdbi.create(database)
                .useHandle(handle -> handle.execute("update validation set outcome = 'CLEARED'")))
                .hasMessageContaining("kept as they are");

        assertThat(checks.failing()).as("no network was noted for these votes").extracting(jump -> jump.reason())
                .isEqualTo(List.of("network-unknown"));
        admin().get("/desk").then().body(containsString("their network is unknown"));
        admin().get("/q/metrics").then().body(containsString("dohyo_integrity_unchecked_share 1"));
        assertThat(count("select count(*) from judged_vote where held is not null")).isEqualTo(2 * RIGGED);
    }
}
