package org.dohyo.vote;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The append-only log: takes queued entries in order and gives them consecutive positions and leaf hashes. An entry
 * about a vote that can't be written gives its position to one of the kind {@link EntryKind#LEAVE_OUT} that says so.
 */
@ApplicationScoped
public class VoteLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = Logger.getLogger(VoteLog.class);
    private static final String UNLOGGABLE = "log: not-loggable";
    /** Of leaves with a stratum; those before have no version. */
    private static final int VERSION = 2;
    private static final String[] OVERALL = { "overall" };
    /** SQLSTATE classes of what one row's data can cause: data exceptions and violated constraints. */
    private static final Set<String> DATA_FAULTS = Set.of("22", "23");

    private static final String TAKE = """
            with taken as (
                delete from log_queue where id in (
                    select id from log_queue where kind = 'CAST' or not exists (select from import_queue order by id limit 1)
                    order by id limit ?) returning *
            )
            select q.id as queued, q.kind, q.reason, q.at, v.id as vote_id, v.outcome, v.categories, v.categories_version, v.style_a, v.style_b, v.commitment,
                   v.counted, v.not_counted_reason, v.voter_tag, v.stratum, v.prompt_group, b.id as battle_id, b.origin, b.model_a, b.revision_a,
                   b.model_b, b.revision_b, b.propensity, b.slug_a, b.slug_b
            from taken q join vote v on v.id = q.vote_id join battle_summary b on b.id = v.battle_id
            order by q.id""";

    private static final String APPEND = """
            insert into log_entry (position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf,
                                   leaf_hash, logged_at, style, stratum, prompt_group)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String TAKE_STATEMENTS = """
            with taken as (
                delete from statement_queue where id in (select id from statement_queue order by id limit ?) returning *
            )
            select kind, leaf from taken order by id""";

    private static final String APPEND_STATEMENT = """
            insert into log_entry (position, kind, outcome, categories, voter_tag, sign, leaf, leaf_hash, logged_at)
            values (?, ?, 'TIE', '{}', ?, 0, ?, ?, ?)""";
    /** The former version reads a tag of every entry. */
    private static final byte[] NO_VOTER = new byte[32];

    private final Clock clock;

    VoteLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was appended.
     *
     * @param entries those about votes, imported ones last
     * @param imported how many are imported votes
     * @param size the log's new size
     */
    public record Appended(List<LogEntry> entries, int imported, long size) {

        /** The same, followed by imported votes. */
        public Appended and(List<LogEntry> more) {
            List<LogEntry> all = new ArrayList<>(entries);
            all.addAll(more);
            return new Appended(all, imported + more.size(), size + more.size());
        }

        /** Those that are not about imported votes. */
        public List<LogEntry> castHere() {
            return entries.subList(0, entries.size() - imported);
        }
    }

    /**
     * Appends at most {@code most} queued changes to votes and as many statements, on the caller's connection and in
     * its transaction. Changes other than votes wait until no imported vote is queued, since one of them may be theirs.
     * Only one caller may do so at a time, which an advisory lock ensures. Statements come first, and are taken last:
     * what was stated before a vote was cast has a lower position than the vote.
     */
    public Appended append(Connection connection, int most) throws SQLException {
        long size = size(connection);
        List<LogEntry> entries;
        try (PreparedStatement take = connection.prepareStatement(TAKE, ResultSet.TYPE_SCROLL_INSENSITIVE,
                ResultSet.CONCUR_READ_ONLY);
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            take.setInt(1, most);
            try (ResultSet rows = take.executeQuery()) {
                long first = size + appendStatements(connection, most, size);
                entries = write(connection, append, rows, first);
                size = first + entries.size();
            }
        }
        setSize(connection, size);
        return new Appended(entries, 0, size);
    }

    /** Appends queued statements, whose bytes are in the queue; returns their number. */
    private int appendStatements(Connection connection, int most, long first) throws SQLException {
        int count = 0;
        try (PreparedStatement take = connection.prepareStatement(TAKE_STATEMENTS)) {
            take.setInt(1, most);
            try (ResultSet rows = take.executeQuery();
                    PreparedStatement append = connection.prepareStatement(APPEND_STATEMENT)) {
                while (rows.next()) {
                    LogLeaf leaf = LogLeaf.written(rows.getString("leaf"));
                    append.setLong(1, first + count++);
                    append.setString(2, rows.getString("kind"));
                    append.setBytes(3, NO_VOTER);
                    append.setString(4, leaf.json());
                    append.setBytes(5, leaf.hash());
                    append.setTimestamp(6, Timestamp.from(clock.instant()));
                    append.addBatch();
                }
                append.executeBatch();
            }
        }
        return count;
    }

    /** Writes all rows in one batch, or one by one if one of them can't be logged. */
    private List<LogEntry> write(Connection connection, PreparedStatement append, ResultSet rows, long first)
            throws SQLException {
        execute(connection, "savepoint batch");
        try {
            return writeAll(connection, append, rows, first);
        } catch (SQLException | IllegalStateException e) {
            mustBeARows(e);
            append.clearBatch();
            execute(connection, "rollback to savepoint batch");
        }
        rows.beforeFirst();
        List<LogEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(writeOrLeaveOut(connection, append, rows, first + entries.size()));
        }
        return entries;
    }

    private List<LogEntry> writeAll(Connection connection, PreparedStatement append, ResultSet rows, long first)
            throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(prepare(connection, append, rows, first + entries.size()));
            append.addBatch();
        }
        append.executeBatch();
        return entries;
    }

    private LogEntry writeOrLeaveOut(Connection connection, PreparedStatement append, ResultSet row, long position)
            throws SQLException {
        execute(connection, "savepoint entry");
        LogEntry entry;
        try {
            entry = prepare(connection, append, row, position);
            append.executeUpdate();
        } catch (SQLException | IllegalStateException e) {
            mustBeARows(e);
            execute(connection, "rollback to savepoint entry");
            LOG.errorf("The queued entry %d (%s of vote %s) can't be logged and is left out: %s", row.getLong("queued"),
                    row.getString("kind"), row.getString("vote_id"), e.getMessage());
            // If this fails too, the fault isn't the row's.
            entry = prepare(connection, append, row, position, EntryKind.LEAVE_OUT, OVERALL, null, null, UNLOGGABLE);
            append.executeUpdate();
        }
        execute(connection, "release savepoint entry");
        return entry;
    }

    /** Passes on what isn't the fault of one row: such rows are logged once the cause is gone. */
    public static void mustBeARows(Exception fault) throws SQLException {
        if (fault instanceof SQLException sql
                && (sql.getSQLState() == null || !DATA_FAULTS.contains(sql.getSQLState().substring(0, 2)))) {
            throw sql;
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private LogEntry prepare(Connection connection, PreparedStatement append, ResultSet row, long position)
            throws SQLException {
        return prepare(connection, append, row, position, EntryKind.valueOf(row.getString("kind")),
                (String[]) row.getArray("categories").getArray(), json(row.getString("style_a")),
                json(row.getString("style_b")), row.getString("reason"));
    }

    private LogEntry prepare(Connection connection, PreparedStatement append, ResultSet row, long position,
            EntryKind kind, String[] categories, JsonNode styleA, JsonNode styleB, String reason) throws SQLException {
        int sign = row.getBoolean("counted") ? kind.sign() : 0;
        LogLeaf leaf = LogLeaf.of(fields(kind, categories, styleA, styleB, reason, row));
        LogEntry entry = new LogEntry(position, row.getObject("vote_id", UUID.class), row.getLong("model_a"),
                row.getLong("model_b"), Outcome.valueOf(row.getString("outcome")), List.of(categories),
                row.getBytes("voter_tag"), sign);
        append.setLong(1, position);
        append.setString(2, kind.name());
        append.setObject(3, entry.voteId());
        append.setLong(4, entry.modelA());
        append.setLong(5, entry.modelB());
        append.setString(6, entry.outcome().name());
        append.setArray(7, connection.createArrayOf("text", categories));
        append.setBytes(8, entry.voterTag());
        append.setInt(9, sign);
        append.setString(10, leaf.json());
        append.setBytes(11, leaf.hash());
        append.setTimestamp(12, Timestamp.from(clock.instant()));
        Float[] style = LoggedStyle.of(styleA, styleB);
        append.setArray(13, style == null ? null : connection.createArrayOf("float4", style));
        append.setString(14, row.getString("stratum"));
        append.setBytes(15, row.getBytes("prompt_group"));
        return entry;
    }

    /**
     * The members of a leaf about a vote.
     *
     * @param row the vote with its battle and voter, by the names of their columns
     */
    public static Map<String, Object> fields(EntryKind kind, String[] categories, JsonNode styleA, JsonNode styleB,
            String reason, ResultSet row) throws SQLException {
        // A vote from before there were strata keeps the form that it has always had.
        boolean stratified = row.getString("stratum") != null;
        Map<String, Object> leaf = new LinkedHashMap<>();
        leaf.put("battle", row.getString("battle_id"));
        leaf.put("categories", categories);
        leaf.put("categoriesVersion", row.getString("categories_version"));
        leaf.put("commitment", LogLeaf.hex(row.getBytes("commitment")));
        leaf.put("counted", row.getBoolean("counted"));
        leaf.put("kind", kind.name());
        leaf.put("modelA", LogLeaf.model(row.getString("slug_a"), row.getInt("revision_a")));
        leaf.put("modelB", LogLeaf.model(row.getString("slug_b"), row.getInt("revision_b")));
        leaf.put("notCountedReason", row.getString("not_counted_reason"));
        leaf.put("origin", row.getString("origin"));
        leaf.put("outcome", row.getString("outcome"));
        if (stratified) {
            leaf.put("promptGroup", LogLeaf.hex(row.getBytes("prompt_group")));
        }
        leaf.put("propensity", row.getObject("propensity"));
        leaf.put("reason", reason);
        if (stratified) {
            leaf.put("stratum", row.getString("stratum"));
        }
        leaf.put("styleA", styleA);
        leaf.put("styleB", styleB);
        leaf.put("time", row.getTimestamp("at").toInstant().getEpochSecond());
        if (stratified) {
            leaf.put("version", VERSION);
        }
        leaf.put("vote", row.getString("vote_id"));
        leaf.put("voterTag", LogLeaf.hex(row.getBytes("voter_tag")));
        return leaf;
    }

    /**
     * A side's style; null if nothing is known of it.
     *
     * @throws IllegalStateException if it is no JSON
     */
    public static JsonNode json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("a vote's style can't be read as JSON", e);
        }
    }

    private static long size(Connection connection) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("select size from log_head");
                ResultSet row = head.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void setSize(Connection connection, long size) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("update log_head set size = ?")) {
            head.setLong(1, size);
            head.executeUpdate();
        }
    }
}
