package org.dohyo.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Streams;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** All that the arena keeps of one voter: written out for the voter, or erased. */
@ApplicationScoped
public class OwnData {

    /** One JSON object for each battle; before the vote without names and reasoning, as everywhere. */
    private static final String EXPORT = """
            select json_build_object('id', b.id, 'startedAt', b.created_at, 'state', b.state, 'blind', b.blind,
                'modelA', case when told then ma.slug end, 'modelB', case when told then mb.slug end,
                'turns', (select json_agg(json_build_object('prompt', t.prompt, 'answers', (
                        select json_agg(json_build_object('side', a.side, 'state', a.state, 'text', a.text,
                            'reasoning', case when told then a.reasoning end) order by a.side)
                        from answer a where a.battle_id = b.id and a.turn = t.turn)) order by t.turn)
                    from turn t where t.battle_id = b.id),
                'vote', (select json_build_object('outcome', v.outcome, 'reasonsA', v.reasons_a, 'reasonsB', v.reasons_b,
                        'comment', v.comment, 'castAt', v.cast_at, 'withdrawnAt', v.withdrawn_at, 'counted', v.counted,
                        'notCountedReason', v.not_counted_reason)
                    from vote v where v.battle_id = b.id),
                'flags', (select json_agg(json_build_object('side', f.side, 'reason', f.reason, 'at', f.flagged_at))
                    from answer_flag f where f.battle_id = b.id),
                'shared', (select '/s/' || s.token from battle_share s where s.battle_id = b.id))
            from battle b join model ma on ma.id = b.model_a join model mb on mb.id = b.model_b
            cross join lateral (select not b.blind or b.state in ('VOTED', 'WITHDRAWN') as told) as masked
            where b.voter_id = ? order by b.created_at, b.id""";

    private static final String VOTER = """
            select json_build_object('since', created_at, 'termsVersion', terms_version, 'termsAgreedAt', terms_agreed_at,
                'termsAgreedBy', terms_agreed_by, 'publicTag', encode(tag, 'hex')) from voter where id = ?""";

    /** In this order the battles' rows are locked before their votes, as everywhere. */
    private static final List<String> ERASURE = List.of(
            "delete from battle_share where battle_id in (select id from battle where voter_id = ?)",
            "delete from answer_flag where battle_id in (select id from battle where voter_id = ?)",
            "update battle_redraw set error_detail = null where battle_id in (select id from battle where voter_id = ?)",
            "delete from answer where battle_id in (select id from battle where voter_id = ?)",
            "delete from turn where battle_id in (select id from battle where voter_id = ?)",
            "update vote set comment = null, commitment_salt = null, voter_id = null where voter_id = ?",
            """
                    update battle set voter_id = null,
                        state = case when state in ('VOTED', 'WITHDRAWN') then state else 'ABANDONED' end where voter_id = ?""",
            "delete from voter where id = ?");

    private static final int ROWS_AT_ONCE = 50;

    private final AgroalDataSource database;
    private final Streams streams;

    OwnData(AgroalDataSource database, Streams streams) {
        this.database = database;
        this.streams = streams;
    }

    /** Writes everything as one JSON object, row by row. */
    void write(long voterId, OutputStream out) throws IOException {
        // A cursor needs a transaction; without one the driver would hold all rows in memory.
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                out.write("{\"voter\":".getBytes(StandardCharsets.UTF_8));
                copy(connection, VOTER, voterId, out);
                out.write(",\"battles\":[".getBytes(StandardCharsets.UTF_8));
                copy(connection, EXPORT, voterId, out);
                out.write("]}\n".getBytes(StandardCharsets.UTF_8));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("a voter's data can't be written out", e);
            }
        });
    }

    private static void copy(Connection connection, String sql, long voterId, OutputStream out)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_AT_ONCE);
            select.setLong(1, voterId);
            try (ResultSet row = select.executeQuery()) {
                for (String comma = ""; row.next(); comma = ",") {
                    out.write((comma + row.getString(1)).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /**
     * Erases texts, comments, salts, links, flags and the voter; what the log says of the votes stays, and nothing leads from
     * it to anybody any more.
     */
    void erase(long voterId) {
        QuarkusTransaction.requiringNew().call(() -> erased(voterId)).forEach(streams::drop);
    }

    private List<UUID> erased(long voterId) throws SQLException {
        try (Connection connection = database.getConnection()) {
            lock(connection, "select id from voter where id = ? for update", voterId);
            List<UUID> battles = lock(connection, "select id from battle where voter_id = ? order by id for update", voterId);
            for (String statement : ERASURE) {
                try (PreparedStatement erase = connection.prepareStatement(statement)) {
                    erase.setLong(1, voterId);
                    erase.executeUpdate();
                }
            }
            return battles;
        }
    }

    private static List<UUID> lock(Connection connection, String sql, long voterId) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, voterId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getObject(1) instanceof UUID id) {
                        ids.add(id);
                    }
                }
            }
        }
        return ids;
    }
}
