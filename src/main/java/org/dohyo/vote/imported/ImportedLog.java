package org.dohyo.vote.imported;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;
import org.dohyo.support.ForeignKeys;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogLeaf;
import org.dohyo.vote.LoggedStyle;
import org.dohyo.vote.VoteLog;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Appends imported votes to the log: one statement takes them, COPY writes them. The leaves are those that
 * {@link VoteLog} writes; where one of the votes can't be logged, that takes a few of them one by one.
 */
@ApplicationScoped
public class ImportedLog {

    /** How many are taken where one of them can't be logged. */
    private static final int FEW = 1_000;

    // Each look-up by itself: with a join the planner may read both tables whole for every pass.
    private static final String TAKE = """
            with taken as (
                delete from log_queue where bulk and id <= (
                    select max(id) from (select id from log_queue where bulk order by id limit ?) as first) returning *
            )
            select q.kind, q.reason, q.at, v.*, b.*
            from taken q
            cross join lateral (select id as vote_id, battle_id as of_battle, outcome, categories, categories_version, style_a,
                    style_b, commitment, counted, not_counted_reason, voter_tag, stratum, prompt_group
                from vote where id = q.vote_id offset 0) v
            cross join lateral (select id as battle_id, origin, model_a, revision_a, model_b, revision_b, propensity, slug_a, slug_b
                from battle_summary where id = v.of_battle offset 0) b
            order by q.id""";

    private static final String HEAD = "update log_head set size = ?";

    private final VoteLog log;
    private final Clock clock;

    ImportedLog(VoteLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Appends at most {@code most} imported votes, on the caller's connection and in its transaction.
     *
     * @param size the log's size
     */
    public List<LogEntry> append(Connection connection, long size, int most) throws SQLException {
        execute(connection, "savepoint imported");
        try {
            // The models are those of the battles.
            execute(connection, ForeignKeys.TRUST);
            List<LogEntry> entries = appendAll(connection, size, most);
            execute(connection, ForeignKeys.LOOK_UP);
            execute(connection, "release savepoint imported");
            return entries;
        } catch (SQLException | IllegalStateException e) {
            VoteLog.mustBeARows(e);
            execute(connection, "rollback to savepoint imported");
            return log.append(connection, 0, FEW).entries();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private List<LogEntry> appendAll(Connection connection, long size, int most) throws SQLException {
        List<LogEntry> entries = new ArrayList<>(most);
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, most);
            try (ResultSet row = take.executeQuery()) {
                EntryCopy copy = new EntryCopy(connection, clock.instant());
                Map<String, String[]> categories = new HashMap<>();
                while (row.next()) {
                    entries.add(append(copy, row, categories(row, categories), size + entries.size()));
                }
                copy.send();
            }
        }
        try (PreparedStatement head = connection.prepareStatement(HEAD)) {
            head.setLong(1, size + entries.size());
            head.executeUpdate();
        }
        return entries;
    }

    /** The few sets of categories are parsed once each, and their texts, by which votes are counted, hashed once. */
    private static String[] categories(ResultSet row, Map<String, String[]> known) throws SQLException {
        String text = row.getString("categories");
        if (!known.containsKey(text)) {
            known.put(text, (String[]) row.getArray("categories").getArray());
        }
        return known.get(text);
    }

    private static LogEntry append(EntryCopy copy, ResultSet row, String[] categories, long position)
            throws SQLException {
        EntryKind kind = EntryKind.valueOf(row.getString("kind"));
        JsonNode styleA = VoteLog.json(row.getString("style_a"));
        JsonNode styleB = VoteLog.json(row.getString("style_b"));
        LogLeaf leaf = LogLeaf
                .of(VoteLog.fields(kind, categories, styleA, styleB, row.getString("reason"), row));
        LogEntry entry = new LogEntry(position, row.getObject("vote_id", UUID.class), row.getLong("model_a"),
                row.getLong("model_b"), Outcome.valueOf(row.getString("outcome")), List.of(categories),
                row.getBytes("voter_tag"), row.getBoolean("counted") ? kind.sign() : 0);
        copy.write(entry, kind, leaf, LoggedStyle.of(styleA, styleB));
        return entry;
    }
}
