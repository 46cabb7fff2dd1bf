package org.dohyo.me;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.stream.Streams;
import org.dohyo.voter.PersonalData;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
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
                'marks', (select json_agg(json_build_object('turn', p.turn, 'categories', p.categories, 'at', p.marked_at))
                    from prompt_mark p where p.battle_id = b.id),
                'shared', (select '/s/' || s.token from battle_share s where s.battle_id = b.id))
            from battle b join model ma on ma.id = b.model_a join model mb on mb.id = b.model_b
            cross join lateral (select not b.blind or b.state in ('VOTED', 'WITHDRAWN') as told) as masked
            where b.voter_id = ? order by b.created_at, b.id""";

    /** What takes texts out of battles; {@code %s} is the column of {@code battle} that says which. */
    private static final List<String> TEXTS = List.of(
            "delete from battle_share where battle_id in (select id from battle where %s = ?)",
            "update battle_redraw set error_detail = null where battle_id in (select id from battle where %s = ?)",
            "delete from answer where battle_id in (select id from battle where %s = ?)",
            "delete from turn where battle_id in (select id from battle where %s = ?)",
            "update vote set comment = null, commitment_salt = null where battle_id in (select id from battle where %s = ?)",
            """
                    update battle set state = 'ABANDONED' where state not in ('VOTED', 'WITHDRAWN') and %s = ?""");

    /** In this order the battles' rows are locked before their votes, as everywhere. */
    private static final List<String> ERASURE = Stream.concat(TEXTS.stream().map(text -> text.formatted("voter_id")), Stream.of(
            "delete from answer_flag where battle_id in (select id from battle where voter_id = ?)",
            "delete from prompt_mark where battle_id in (select id from battle where voter_id = ?)",
            "delete from flagged_conversation where battle_id in (select id from battle where voter_id = ?)",
            "update vote set voter_id = null where voter_id = ?",
            "update battle set voter_id = null where voter_id = ?")).toList();

    private static final int ROWS_AT_ONCE = 50;

    private final AgroalDataSource database;
    private final Streams streams;
    private final List<PersonalData> rooms;
    private final ObjectMapper mapper;

    OwnData(AgroalDataSource database, Streams streams, @All List<PersonalData> rooms, ObjectMapper mapper) {
        this.database = database;
        this.streams = streams;
        this.rooms = rooms;
        this.mapper = mapper;
    }

    /** Writes everything as one JSON object, row by row. */
    void write(long voterId, OutputStream out) throws IOException {
        // A cursor needs a transaction; without one the driver would hold all rows in memory.
        QuarkusTransaction.requiringNew().run(() -> {
            try (JsonGenerator json = mapper.createGenerator(out)) {
                json.writeStartObject();
                for (PersonalData room : rooms) {
                    room.export(voterId, json);
                }
                json.writeArrayFieldStart("battles");
                copyBattles(voterId, json);
                json.writeEndArray();
                json.writeEndObject();
                json.writeRaw('\n');
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("a voter's data can't be exported", e);
            }
        });
    }

    private void copyBattles(long voterId, JsonGenerator json) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EXPORT)) {
            select.setFetchSize(ROWS_AT_ONCE);
            select.setLong(1, voterId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    json.writeRawValue(row.getString(1));
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
            run(connection, ERASURE, voterId);
            rooms.forEach(room -> room.erase(voterId));
            return battles;
        }
    }

    /**
     * Erases the texts of one battle as its voter's erasure does, in the caller's transaction, which holds the battle's row.
     * Voter, flags and vote stay, the flags without what the voter wrote.
     */
    public void eraseTexts(UUID battle) {
        try (Connection connection = database.getConnection()) {
            run(connection, TEXTS.stream().map(text -> text.formatted("id")).toList(), battle);
            run(connection, List.of("update answer_flag set reason = '' where battle_id = ?"), battle);
        } catch (SQLException e) {
            throw new IllegalStateException("a conversation's texts can't be erased", e);
        }
        streams.drop(battle);
    }

    /** Erases a vote's comment alone. */
    public void eraseComment(UUID battle) {
        try (Connection connection = database.getConnection()) {
            run(connection, List.of("update vote set comment = null where battle_id = ?"), battle);
        } catch (SQLException e) {
            throw new IllegalStateException("a comment can't be erased", e);
        }
    }

    private static void run(Connection connection, List<String> statements, Object subject) throws SQLException {
        for (String statement : statements) {
            try (PreparedStatement erase = connection.prepareStatement(statement)) {
                erase.setObject(1, subject);
                erase.executeUpdate();
            }
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
