package org.dohyo.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.dohyo.battle.Stratum;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.support.PostgresResource;
import org.dohyo.vote.GoldenLeaves.Side;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The format of the log, from the tables to the stored bytes: see {@link GoldenLeaves}. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LogFormatIT {

    private static final String VOTE = """
            with battle as (insert into battle (id, origin, import_key, blind, model_a, revision_a, model_b, revision_b,
                propensity, state, turn, created_at, updated_at)
                select ?, ?, ?, true, a.id, ?, b.id, ?, ?, 'VOTED', 1, now(), now() from model a, model b
                where a.slug = ? and b.slug = ? returning id),
            vote as (insert into vote (battle_id, id, voter_tag, outcome, categories, categories_version, style_a, style_b,
                commitment, counted, not_counted_reason, cast_at)
                select id, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, now() from battle returning id)
            insert into log_queue (kind, vote_id, reason, at) select ?, id, ?, ? from vote""";

    @Inject
    AgroalDataSource database;
    @Inject
    VoteLog log;

    @Test
    void everyKindOfVotesEntry_isStoredWithItsBytes_andItsHash() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // As the job does, which runs beside this test; nothing of it is committed.
                JobLock.LEADERBOARD.take(Jdbi.create(connection));
                for (EntryKind kind : GoldenLeaves.kinds()) {
                    cast(connection, kind);
                }
                appendAll(connection);
                for (EntryKind kind : GoldenLeaves.kinds()) {
                    check(connection, kind, GoldenLeaves.GOLDEN.get(kind));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** As an arena of this version writes them; those of before, above, keep their bytes. */
    @ParameterizedTest
    @EnumSource
    void voteWithAStratum_isStoredInTheSecondVersion(Stratum stratum) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                JobLock.LEADERBOARD.take(Jdbi.create(connection));
                cast(connection, EntryKind.CAST);
                try (PreparedStatement update = connection
                        .prepareStatement("update vote set stratum = ?, prompt_group = ? where id = ?")) {
                    Map<String, Object> row = GoldenLeaves.row2(stratum);
                    update.setString(1, stratum.name());
                    update.setBytes(2, (byte[]) row.get("prompt_group"));
                    update.setObject(3, id(row, "vote_id"));
                    assertThat(update.executeUpdate()).isEqualTo(1);
                }
                log.append(connection, 10_000);
                check(connection, EntryKind.CAST, GoldenLeaves.GOLDEN_2.get(stratum));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static UUID id(Map<String, Object> row, String column) {
        return UUID.fromString((String) row.get(column));
    }

    private static void cast(Connection connection, EntryKind kind) throws SQLException {
        Map<String, Object> row = GoldenLeaves.row(kind);
        Object[] values = { id(row, "battle_id"), row.get("origin"),
                row.get("origin").equals("IMPORT") ? "golden" : null,
                row.get("revision_a"), row.get("revision_b"), row.get("propensity"), row.get("slug_a"),
                row.get("slug_b"),
                id(row, "vote_id"), row.get("voter_tag"), row.get("outcome"),
                connection.createArrayOf("text", GoldenLeaves.categories(kind)), row.get("categories_version"),
                GoldenLeaves.style(kind, Side.A), GoldenLeaves.style(kind, Side.B), row.get("commitment"),
                row.get("counted"), row.get("not_counted_reason"), kind.name(), row.get("reason"), row.get("at") };
        try (PreparedStatement insert = connection.prepareStatement(VOTE)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    /** Changes to votes follow only when no imported vote is left, which another test may have stored. */
    private void appendAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from import_queue");
        }
        while (!log.append(connection, 10_000).entries().isEmpty()) {
            // Until nothing is queued.
        }
    }

    private static void check(Connection connection, EntryKind kind, GoldenLeaves.Golden golden)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select leaf, leaf_hash from log_entry where vote_id = ?")) {
            select.setObject(1, id(GoldenLeaves.row(kind), "vote_id"));
            try (ResultSet entry = select.executeQuery()) {
                assertThat(entry.next()).isTrue();
                assertThat(entry.getString(1)).isEqualTo(golden.json());
                assertThat(LogLeaf.hex(entry.getBytes(2))).isEqualTo(golden.hash());
            }
        }
    }
}
