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
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The peers' own figures for 6,000 votes (src/test/resources/oracle), met by the whole way from the import to the board. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OracleBoardIT.OwnDatabase.class)
class OracleBoardIT {

    /** A database apart: other tests import the same file. */
    public static class OwnDatabase implements QuarkusTestProfile {
    }

    private static final int JOB_KILLS = 20;

    @Inject
    AgroalDataSource database;

    private static final JsonPath EXPECTED = new JsonPath(OracleBoardIT.class.getResource("/oracle/expected.json"));

    private static Response importBattles() throws Exception {
        try (InputStream file = new GZIPInputStream(OracleBoardIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            return given().auth().preemptive().basic("admin", "a password for the tests")
                    .contentType("application/octet-stream").body(file.readAllBytes())
                    .post("/api/admin/votes/import?format=fastchat");
        }
    }

    /**
     * Ends the database session of the job in the middle of its work, again and again, each time a little later after it
     * was seen to hold its lock.
     */
    private void killTheJob(int rounds) throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (int killed = 0; killed < rounds;) {
                try (ResultSet row = statement.executeQuery("""
                        select count(*) filter (where pg_sleep(%s) is not null and pg_terminate_backend(pid)) from pg_locks
                        where locktype = 'advisory' and database = (select oid from pg_database
                            where datname = current_database()) and pid <> pg_backend_pid()"""
                        .formatted(killed * 0.01))) {
                    row.next();
                    killed += row.getInt(1);
                }
            }
        }
    }

    private static List<Map<String, Object>> rows(String method) {
        return given().get("/api/leaderboard?weights=votes&method=" + method).jsonPath()
                .getList("models.findAll { it.slug ==~ /model-0\\d\\d/ }");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
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

        int size = given().get("/api/log/entries?limit=1").jsonPath().getInt("size");
        Response again = importBattles();
        assertThat(again.jsonPath().getInt("imported")).isZero();
        assertThat(again.jsonPath().getInt("duplicates")).isEqualTo(6_000);
        assertThat(given().get("/api/log/entries?limit=1").jsonPath().getInt("size")).isEqualTo(size);
    }
}
