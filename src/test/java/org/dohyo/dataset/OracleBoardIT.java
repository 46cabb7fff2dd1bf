package org.dohyo.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.VoterVotes;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/**
 * The peers' own figures for 6,000 votes (src/test/resources/oracle), met by the whole way from the import to the
 * board.
 */
@Tag("long")
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OracleBoardIT.OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OracleBoardIT {

    /** A database apart: other tests import the same file. */
    public static class OwnDatabase implements QuarkusTestProfile {
    }

    private static final int JOB_KILLS = 20;
    /** The lower half of the job's lock; the slower beat has another. */
    private static final int JOB_LOCK = 0x6f68796f;
    /** The log grows by other entries too, such as digests of boards. */
    private static final String LOGGED_VOTES = "select count(*) from log_entry where kind = 'CAST'";
    /** The sums that the job keeps vote by vote, made at once from the log. */
    private static final String WRONG_WEIGHTS = """
            with cast_by as (
                select category, voter_tag, least(model_a, model_b) as first, greatest(model_a, model_b) as second,
                    case when outcome in ('TIE', 'BOTH_BAD') then 0 when (outcome = 'A') = (model_a < model_b) then 1 else -1 end as winner,
                    sum(sign)::bigint as votes
                from log_entry cross join unnest(categories) as category group by 1, 2, 3, 4, 5
            ), voter as (
                select category, voter_tag, greatest(30, sum(votes))::bigint as n from cast_by group by category, voter_tag
            ), summed as (
                select category, first, second, coalesce(sum(votes * 31457280 / n) filter (where winner = 1), 0) as first_wins,
                    coalesce(sum(votes * 31457280 / n) filter (where winner = -1), 0) as second_wins,
                    coalesce(sum(votes * 31457280 / n) filter (where winner = 0), 0) as halves
                from cast_by join voter using (category, voter_tag)
                group by category, first, second
            )
            select count(*) from summed full join counted_weighted_pair w using (category, first, second)
            where (summed.first_wins, summed.second_wins, summed.halves)
                is distinct from (w.first_wins::numeric, w.second_wins::numeric, w.halves::numeric)""";
    private static final String WRONG_COUNTS = """
            with logged as (
                select category, least(model_a, model_b) as first, greatest(model_a, model_b) as second,
                    sum(sign) filter (where outcome = case when model_a < model_b then 'A' else 'B' end) as first_wins,
                    sum(sign) filter (where outcome = case when model_a < model_b then 'B' else 'A' end) as second_wins,
                    sum(sign) filter (where outcome = 'TIE') as ties,
                    sum(sign) filter (where outcome = 'BOTH_BAD') as both_bad
                from log_entry cross join unnest(categories) as category group by 1, 2, 3
            )
            select count(*) from logged full join pair_count c using (category, first, second)
            where (coalesce(logged.first_wins, 0), coalesce(logged.second_wins, 0), coalesce(logged.ties, 0),
                coalesce(logged.both_bad, 0)) is distinct from (c.first_wins, c.second_wins, c.ties, c.both_bad)""";

    @Inject
    AgroalDataSource database;

    private static final JsonPath EXPECTED = new JsonPath(OracleBoardIT.class.getResource("/oracle/expected.json"));

    private static Response importBattles() throws Exception {
        try (InputStream file = new GZIPInputStream(
                OracleBoardIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            return given().auth().preemptive().basic("admin", "a password for the tests")
                    .contentType("application/octet-stream").body(file.readAllBytes())
                    .post("/api/admin/votes/import?format=fastchat");
        }
    }

    /**
     * Ends the database session of the job in the middle of its work, again and again, each time a little later after
     * it was seen to hold its lock.
     */
    private void killTheJob(int rounds) throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (int killed = 0; killed < rounds;) {
                try (ResultSet row = statement.executeQuery(
                        """
                                select count(*) filter (where pg_sleep(%s) is not null and pg_terminate_backend(pid)) from pg_locks
                                where locktype = 'advisory' and database = (select oid from pg_database
                                    where datname = current_database()) and pid <> pg_backend_pid() and objid = %d"""
                                .formatted(killed * 0.01, JOB_LOCK))) {
                    row.next();
                    killed += row.getInt(1);
                }
            }
        }
    }

    private long count(String query) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Each voter's votes as weights and clusters, straight from the file. */
    private static Fit byVoters(List<String> models) throws Exception {
        Map<String, List<PairCount>> voters = new LinkedHashMap<>();
        try (InputStream file = new GZIPInputStream(
                OracleBoardIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            for (JsonNode battle : new ObjectMapper().readTree(file)) {
                String winner = battle.get("winner").asText();
                int wins = winner.equals("model_a") ? 1 : 0;
                int losses = winner.equals("model_b") ? 1 : 0;
                voters.computeIfAbsent(battle.get("judge").asText(), unused -> new ArrayList<>())
                        .add(new PairCount(models.indexOf(battle.get("model_a").asText()),
                                models.indexOf(battle.get("model_b").asText()), wins, losses, 1 - wins - losses, 0));
            }
        }
        VoterVotes votes = new VoterVotes(models.size());
        voters.values().forEach(votes::add);
        return BradleyTerry.fit(votes);
    }

    /**
     * The default board has intervals and ranges of ranks of the whole log, once the slower beat has caught up with it.
     */
    private static void assertByVoters() throws Exception {
        assertThat(published()).allSatisfy(row -> assertThat(row.get("high")).isNotNull());
        List<String> models = published().stream().map(row -> (String) row.get("slug")).toList();
        Fit fit = byVoters(models);
        RankIntervals ranks = RankIntervals.of(fit);
        assertThat(published()).allSatisfy(row -> {
            int model = models.indexOf(row.get("slug"));
            assertThat(number(row.get("rating"))).isCloseTo(fit.ratings()[model], within(0.01));
            assertThat(number(row.get("high")) - number(row.get("low"))).isCloseTo(2 * fit.halfWidth(model),
                    within(0.01));
            assertThat((int) row.get("rank")).isEqualTo(model + 1)
                    .isBetween((int) row.get("rankLow"), (int) row.get("rankHigh"));
            // Its draws take the models in another order, so a close call may fall the other way.
            assertThat((int) row.get("rankLow")).isCloseTo(ranks.low()[model], within(1));
            assertThat((int) row.get("rankHigh")).isCloseTo(ranks.high()[model], within(1));
        });
    }

    private static List<Map<String, Object>> published() {
        return given().get("/api/leaderboard").jsonPath().getList("models.findAll { it.slug ==~ /model-0\\d\\d/ }");
    }

    private static List<Map<String, Object>> rows(String method) {
        return given().get("/api/leaderboard?weights=votes&method=" + method).jsonPath()
                .getList("models.findAll { it.slug ==~ /model-0\\d\\d/ }");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** First, while there is still something to log: the job is killed in the middle of it. */
    @Test
    @Order(1)
    void board_equalsTheOracle_althoughTheJobWasKilled_andTheSameFileAgainChangesNothing() throws Exception {
        importBattles().then().statusCode(200);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> killTheJob(JOB_KILLS));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                rows("bt").stream().mapToDouble(row -> number(row.get("votes"))).sum()).isEqualTo(12_000));

        assertThat(given().get("/api/log/entries?limit=1").jsonPath().getInt("size")).isGreaterThanOrEqualTo(6_000);
        assertThat(rows("bt")).hasSize(24).allSatisfy(row -> {
            Map<String, Object> expected = EXPECTED.getMap("bradley_terry.'" + row.get("slug") + "'");
            assertThat(number(row.get("rating"))).isCloseTo(number(expected.get("rating")), within(0.01));
            double exact = number(expected.get("ci_exact"));
            assertThat((number(row.get("high")) - number(row.get("low"))) / 2).isCloseTo(exact, within(0.01 * exact));
        });
        assertThat(rows("elo")).hasSize(24).allSatisfy(row -> assertThat(number(row.get("rating")))
                .isCloseTo(number(EXPECTED.get("elo.'" + row.get("slug") + "'")), within(0.01)));
        await().atMost(Duration.ofSeconds(120)).untilAsserted(OracleBoardIT::assertByVoters);
        assertThat(count(WRONG_WEIGHTS)).isZero();
        assertThat(count(WRONG_COUNTS)).isZero();

        long logged = count(LOGGED_VOTES);
        Response again = importBattles();
        assertThat(again.jsonPath().getInt("imported")).isZero();
        assertThat(again.jsonPath().getInt("duplicates")).isEqualTo(6_000);
        assertThat(count(LOGGED_VOTES)).isEqualTo(logged);
    }

    /** What else is said of the same votes agrees with the board, and with the file. */
    @Test
    @Order(2)
    void pairsCategoriesHistory_agreeWithTheBoard_andARefreshChangesNothing() throws Exception {
        importBattles().then().statusCode(200);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                rows("bt").stream().mapToDouble(row -> number(row.get("votes"))).sum()).isEqualTo(12_000));

        JsonPath pairs = given().get("/api/leaderboard/pairs").jsonPath();
        assertThat(pairs.getList("pairs.votes", Integer.class).stream().mapToInt(votes -> votes).sum())
                .isEqualTo(6_000);
        Map<String, Object> pair = pairs.getMap("pairs.max { it.votes }");
        assertThat(number(pair.get("winRate"))).isStrictlyBetween(number(pair.get("low")), number(pair.get("high")))
                .isEqualTo((number(pair.get("winsA")) + (number(pair.get("ties")) + number(pair.get("bothBad"))) / 2)
                        / number(pair.get("votes")), within(1e-6));

        JsonPath categories = given().header("Accept-Language", "ja").get("/api/categories").jsonPath();
        assertThat(categories.getList("categories.slug", String.class)).startsWith("overall", "english", "japanese")
                .contains("code", "math", "long-prompt", "multi-turn", "instruction", "other");
        assertThat(categories.getInt("categories.find { it.slug == 'overall' }.votes")).isEqualTo(6_000);
        assertThat(categories.getString("categories.find { it.slug == 'japanese' }.name")).isEqualTo("日本語");
        int english = categories.getInt("categories.find { it.slug == 'english' }.votes");
        assertThat(given().get("/api/leaderboard?category=english&weights=votes").jsonPath().getInt("votes"))
                .isEqualTo(english).isPositive();
        given().get("/api/leaderboard?category=korean").then().statusCode(200);
        given().get("/api/leaderboard?category=klingon").then().statusCode(400);

        JsonPath history = given().get("/api/leaderboard/history?weights=votes&model=model-000&resolution=minute")
                .jsonPath();
        assertThat(history.getList("models.slug", String.class)).containsExactly("model-000");
        Map<String, Object> now = rows("bt").stream().filter(row -> row.get("slug").equals("model-000")).findFirst()
                .orElseThrow();
        assertThat(number(history.get("models[0].points[-1].rating"))).isCloseTo(number(now.get("rating")),
                within(0.01));
        assertThat(number(history.get("models[0].points[-1].low"))).isCloseTo(number(now.get("low")), within(0.01));

        String tag = given().get("/api/leaderboard/pairs").header("ETag");
        given().header("If-None-Match", tag).get("/api/leaderboard/pairs").then().statusCode(304);

        styleControl();

        long before = count("select epoch from log_head");
        List<Map<String, Object>> board = rows("bt");
        given().auth().preemptive().basic("admin", "a password for the tests").post("/api/admin/leaderboard/refresh")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("select epoch from log_head") == before + 1);
        assertThat(count(WRONG_WEIGHTS)).isZero();
        assertThat(count(WRONG_COUNTS)).isZero();
        assertThat(rows("bt")).extracting(row -> row.get("rating"))
                .isEqualTo(board.stream().map(row -> row.get("rating")).toList());
        assertThat(rows("elo")).hasSize(24).allSatisfy(row -> assertThat(number(row.get("rating")))
                .isCloseTo(number(EXPECTED.get("elo.'" + row.get("slug") + "'")), within(0.01)));
    }

    /** The peers' contextual fit of the same votes, with its coefficients. */
    private static void styleControl() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonPath board = given().get("/api/leaderboard?styleControl=true").jsonPath();
            assertThat(board.getBoolean("styleControl")).isTrue();
            assertThat(board.getString("weights")).isEqualTo("votes");
            assertThat(board.getInt("votes")).isEqualTo(6_000);
            List<Map<String, Object>> rows = board.getList("models");
            assertThat(rows).hasSize(24).allSatisfy(row -> {
                assertThat(number(row.get("rating"))).isCloseTo(
                        number(EXPECTED.get("style_controlled.'" + row.get("slug") + "'")),
                        within(0.1));
                assertThat(number(row.get("low"))).isLessThan(number(row.get("rating")));
            });
        });
    }
}
