package org.dohyo.leaderboard.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/**
 * Votes in the log whose style can't be used stop no board: they are left out of one, and the log says so. Votes that
 * can't be logged stop no other.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UnusableVoteIT {

    private static final String VOTE = """
            with battle as (insert into battle (id, origin, blind, model_a, revision_a, model_b, revision_b, state, turn,
                created_at, updated_at) select ?, 'ARENA', true, a.id, 1, b.id, 1, 'VOTED', 1, now(), now()
                from model a, model b where a.slug = 'demo-ozeki' and b.slug = 'demo-yokozuna' returning id)
            insert into vote (battle_id, id, voter_tag, outcome, categories, style_a, style_b, counted, cast_at)
            select id, ?, ?, 'A', ?, ?::jsonb, ?::jsonb, true, now() from battle""";
    private static final String QUEUE = """
            insert into log_queue (kind, vote_id, at) select 'CAST', queued.id, now()
            from unnest(?::uuid[]) with ordinality as queued (id, place) order by place""";
    private static final String QUEUE_IMPORTED = "insert into import_queue (votes) values (?)";

    @Inject
    AgroalDataSource database;

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void cast(UUID vote, int voter, String category, String tokensA) throws SQLException {
        store(vote, voter, category, tokensA);
        queue(false, vote);
    }

    private void store(UUID vote, int voter, String category, String tokensA) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(VOTE)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, vote);
            insert.setBytes(3, HexFormat.of().parseHex("%02x".formatted(voter).repeat(32)));
            insert.setArray(4, connection.createArrayOf("text", new String[] { "overall", category }));
            insert.setString(5, style(tokensA));
            insert.setString(6, style("40"));
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private void queue(boolean imported, UUID... votes) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(imported ? QUEUE_IMPORTED : QUEUE)) {
            insert.setArray(1, connection.createArrayOf("uuid", votes));
            assertThat(insert.executeUpdate()).isPositive();
        }
    }

    private static String style(String tokens) {
        return "{\"tokens\":%s,\"headers\":{\"h1\":1},\"lists\":{\"ordered\":1},\"bold\":{\"**\":2}}".formatted(tokens);
    }

    private static JsonPath board(String category, String parameters) {
        return given().get("/api/leaderboard?category=" + category + parameters).jsonPath();
    }

    private List<String> omissions(UUID vote) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select sign || ' ' || (leaf::json ->> 'reason') from log_entry
                        where kind = 'LEAVE_OUT' and vote_id = ?""")) {
            select.setObject(1, vote);
            try (ResultSet row = select.executeQuery()) {
                List<String> reasons = new ArrayList<>();
                while (row.next()) {
                    reasons.add(row.getString(1));
                }
                return reasons;
            }
        }
    }

    @Test
    void outOfRangeStyle_isLeftOutOfOneBoard_andTheOthersGoOn() throws SQLException {
        UUID negative = UUID.randomUUID();
        UUID huge = UUID.randomUUID();
        UUID rounded = UUID.randomUUID();
        cast(negative, 1, "unusable", "-100");
        cast(huge, 2, "unusable", "1e300");
        cast(rounded, 3, "unusable", "40000000");
        cast(UUID.randomUUID(), 4, "unusable", "70");
        cast(UUID.randomUUID(), 5, "unusable", "90");
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            JsonPath board = board("unusable", "");
            assertThat(board.getLong("votes")).isEqualTo(5);
            assertThat(board.getLong("uncertaintyLogSize")).isGreaterThanOrEqualTo(board.getLong("logSize"));
            assertThat(board.getList("models.rankLow")).doesNotContainNull();
            assertThat(board("unusable", "&styleControl=true").getLong("votes")).isEqualTo(2);
            for (UUID vote : List.of(negative, huge, rounded)) {
                assertThat(omissions(vote)).containsExactly("0 style-controlled: style-out-of-range");
            }
        });
        // Later votes of another category are not held up, and nothing is logged twice.
        cast(UUID.randomUUID(), 6, "usable", "80");
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            JsonPath board = board("usable", "");
            assertThat(board.getLong("votes")).isEqualTo(1);
            assertThat(board.getList("models.low")).doesNotContainNull();
        });
        assertThat(omissions(negative)).hasSize(1);
        methodPageSays("counted in all others: style control: the recorded style of an answer is out of range</th>",
                "style-out-of-range");
        // One vote of one orders nothing.
        assertThat(board("usable", "").getList("models.rankLow")).containsExactly(1, 1);
        assertThat(board("usable", "").getList("models.rankHigh")).containsExactly(2, 2);
    }

    /** Codes of the log are words there. */
    private static void methodPageSays(String words, String code) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().header("Accept-Language", "en").get("/method").then().statusCode(200)
                        .body(containsString(words), not(containsString(code))));
    }

    /** A style that no JSON reader takes, and a vote that is logged already: the votes beside them go on. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void voteThatCantBeLogged_isSetAside_andTheOthersGoOn(boolean imported) throws SQLException {
        String category = imported ? "broken-imported" : "broken";
        UUID logged = UUID.randomUUID();
        store(logged, 11, category, "50");
        queue(imported, logged);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .untilAsserted(() -> assertThat(board(category, "").getLong("votes")).isEqualTo(1));
        UUID unreadable = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        store(unreadable, 12, category, "1" + "0".repeat(1_200));
        store(good, 13, category, "70");
        queue(imported, unreadable, logged, good);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .untilAsserted(() -> assertThat(board(category, "").getLong("votes")).isEqualTo(2));
        assertThat(omissions(unreadable)).containsExactly("0 log: not-loggable");
        assertThat(omissions(logged)).containsExactly("0 log: not-loggable");
        assertThat(omissions(good)).isEmpty();
        given().auth().preemptive().basic("admin", "a password for the tests").get("/desk").then().statusCode(200)
                .body(containsString(unreadable + "</code>: log: not-loggable"));
        methodPageSays("Could not be logged; without effect</th>", "not-loggable");
    }

    /** A fault that isn't the vote's own loses no vote: it waits until the fault is gone. */
    @Test
    void faultOfTheDatabase_leavesNoVoteOut() throws SQLException {
        UUID waiting = UUID.randomUUID();
        run("create function log_is_down() returns trigger language plpgsql as $$ begin raise exception 'down'; end $$");
        run("create trigger log_down before insert on log_entry for each row execute function log_is_down()");
        try {
            cast(waiting, 14, "waiting", "50");
            UUID later = UUID.randomUUID();
            cast(later, 15, "waiting", "60");
            await().pollDelay(Duration.ofSeconds(1)).until(() -> queued(waiting) && queued(later));
        } finally {
            run("drop trigger log_down on log_entry");
            run("drop function log_is_down()");
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .untilAsserted(() -> assertThat(board("waiting", "").getLong("votes")).isEqualTo(2));
        assertThat(omissions(waiting)).isEmpty();
    }

    private boolean queued(UUID vote) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select exists (select from log_queue where vote_id = ?)")) {
            select.setObject(1, vote);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
