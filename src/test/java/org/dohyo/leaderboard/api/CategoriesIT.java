package org.dohyo.leaderboard.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.dohyo.Http1;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.leaderboard.job.SnapshotRetention;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CategoriesIT {

    private static final HttpClient HTTP = Http1.client();

    @Inject
    AgroalDataSource database;
    @Inject
    SnapshotRetention retention;
    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI server;

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests").contentType(ContentType.JSON);
    }

    private static String rule(String slug, String pattern) {
        return """
                {"slug":"%s","nameEn":"Cooking","nameJa":"料理","pattern":"%s"}""".formatted(slug, pattern);
    }

    /** Fights a battle with that prompt, votes, and returns the battle's id. */
    private static String vote(String prompt) {
        Response begun = given().contentType(ContentType.JSON).body(Map.of("prompt", prompt)).post("/api/battles");
        begun.then().statusCode(201);
        String battle = "/api/battles/" + begun.path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().cookies(begun.cookies()).get(battle).path("state").equals("READY"));
        given().cookies(begun.cookies()).contentType(ContentType.JSON).body("{\"outcome\":\"A\"}")
                .post(battle + "/vote").then()
                .statusCode(201);
        return begun.path("id");
    }

    @Test
    void ownCategory_takesVotesFromThenOn_untilItEnds() throws SQLException {
        admin().body(rule("cooking", "recipe|レシピ")).post("/api/admin/categories").then().statusCode(201);
        admin().body(rule("cooking", "soup")).post("/api/admin/categories").then().statusCode(409)
                .body("code", equalTo("category-exists"));
        admin().body(rule("japanese", "soup")).post("/api/admin/categories").then().statusCode(409);
        given().header("Accept-Language", "ja").get("/api/categories").then()
                .body("categories.find { it.slug == 'cooking' }.name", equalTo("料理"));

        String battle = vote("Give me a recipe for miso soup, in at most 50 words");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> given().get("/api/leaderboard?category=cooking").then().statusCode(200).body("votes",
                        equalTo(1)));
        assertThat(categories(battle)).startsWith("overall", "english").contains("instruction", "cooking");
        // Other tests of this database may have made categories too.
        assertThat(logged(battle)).containsPattern("\"categoriesVersion\":\"1\\.[1-9]\\d*\\.");

        admin().delete("/api/admin/categories/cooking").then().statusCode(204);
        admin().delete("/api/admin/categories/cooking").then().statusCode(404);
        assertThat(categories(vote("Another recipe, please, and why it is good"))).doesNotContain("cooking");
        given().get("/api/leaderboard?category=cooking").then().statusCode(200).body("votes", equalTo(1));
        admin().get("/api/admin/audit").then().body("entries.action", hasItem("create-category"))
                .body("entries.action", hasItem("end-category"));
    }

    private List<String> categories(String battle) throws SQLException {
        return List.of(
                text("select array_to_string(categories, ' ') from vote where battle_id = ?::uuid", battle).split(" "));
    }

    private String logged(String battle) throws SQLException {
        return text("select leaf from log_entry join vote on vote.id = vote_id where battle_id = ?::uuid", battle);
    }

    private String text(String query, String battle) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, battle);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Cooking|soup|slug", "a b|soup|slug", "cook|(|pattern",
            "cook|(?=x)|pattern" })
    void wrongRules_areRefusedWithTheFieldNamed(String slug, String pattern, String field) {
        admin().body(rule(slug, pattern)).post("/api/admin/categories").then().statusCode(400)
                .body("violations[0].field", equalTo(field));
        admin().get("/api/admin/categories").then().body("own.slug", not(hasItem(slug)));
    }

    @Test
    void strangers_can_tChangeCategories() {
        given().contentType(ContentType.JSON).body(rule("mine", "soup")).post("/api/admin/categories").then()
                .statusCode(401);
    }

    @Test
    void oldBoards_areThinnedOutByTheHour_andByTheDay() throws Exception {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            // The application reads what is new at any time: as boards that it can show.
            String empty = json.writeValueAsString(Board.empty(BoardKey.byVotes("thinned"), Instant.now()));
            for (String age : List.of("2 hours", "3 hours", "50 hours", "50 hours 1 minute", "100 days",
                    "100 days 1 minute")) {
                sql.execute(
                        """
                                insert into snapshot (category, method, weights, log_size, votes, method_version, generated_at, board)
                                values ('thinned', 'bt', 'votes', 0, 0, '%1$s',
                                    date_trunc('day', now()) + interval '12 hours 30 minutes' - interval '%1$s', '%2$s')"""
                                .formatted(age, empty));
            }
            retention.run();
            try (ResultSet row = sql.executeQuery("""
                    select array_agg(method_version order by generated_at desc) from snapshot where category = 'thinned'
                    and generated_at < now() - interval '1 day'""")) {
                row.next();
                // Of the same hour, or day, the one that was written last.
                assertThat((String[]) row.getArray(1).getArray()).containsExactly("50 hours 1 minute",
                        "100 days 1 minute");
            }
            sql.execute("delete from snapshot where category = 'thinned'");
        }
    }

    /** While the tables are locked whatever asks the database waits, as the log does. */
    @Test
    void cachedAnswer_costsNoQuery() throws Exception {
        HttpRequest board = asking(server.resolve("/api/leaderboard")).build();
        String tag = HTTP.send(board, BodyHandlers.discarding()).headers().firstValue("ETag").orElse("none");
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            // No job is in the middle of a pass then, which takes these tables in another order.
            for (JobLock job : List.of(JobLock.UNCERTAINTY, JobLock.LEADERBOARD)) {
                sql.execute("select pg_advisory_xact_lock(" + job.key() + ")");
            }
            sql.execute(
                    "lock table snapshot, uncertainty, model, category_rule, pair_count, elo_rating, log_entry, log_head");
            assertThat(HTTP.send(board, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThat(HTTP.send(asking(server.resolve("/api/leaderboard")).header("If-None-Match", tag).build(),
                    BodyHandlers.ofString()).statusCode()).isIn(304, 200);
            HttpRequest log = asking(server.resolve("/api/log/entries")).build();
            assertThatThrownBy(() -> HTTP.send(log, BodyHandlers.ofString())).isInstanceOf(HttpTimeoutException.class);
            connection.rollback();
        }
    }

    private static HttpRequest.Builder asking(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2));
    }
}
