package org.dohyo.vote.imported;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.StringJoiner;

import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogLeaf;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes entries of imported votes to the log over COPY. They are collected first: while a COPY is open, nothing else
 * can use its connection, not even the rollback after a failure.
 */
final class EntryCopy {

    private static final String COPY = "copy log_entry (position, logged_at, kind, vote_id, model_a, model_b, outcome, "
            + "categories, voter_tag, sign, leaf, leaf_hash, style) from stdin";
    private static final String NULL = "\\N";
    private static final String BYTES = "\\\\x";

    private static final int MOST_CHARACTERS = 4 << 20;

    private final CopyManager copies;
    private final Instant now;
    private final StringBuilder rows = new StringBuilder();

    EntryCopy(Connection connection, Instant now) throws SQLException {
        copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.now = now;
    }

    /**
     * The row of an entry from its third column on: what is known before its position is.
     *
     * @param style null if it is unknown
     */
    static String row(LogEntry entry, EntryKind kind, LogLeaf leaf, Float[] style) {
        return new StringJoiner("\t", "", "\n").add(kind.name())
                .add(entry.voteId().toString()).add(Long.toString(entry.modelA())).add(Long.toString(entry.modelB()))
                .add(entry.outcome().name()).add(escaped(array(entry.categories())))
                .add(BYTES + LogLeaf.hex(entry.voterTag())).add(Integer.toString(entry.sign()))
                .add(escaped(leaf.json())).add(BYTES + LogLeaf.hex(leaf.hash()))
                .add(style == null ? NULL : array(style)).toString();
    }

    /** @param row as {@link #row} */
    void write(long position, String row) throws SQLException {
        rows.append(position).append('\t').append(now).append('\t').append(row);
        if (rows.length() > MOST_CHARACTERS) {
            send();
        }
    }

    /** Sends what has been written. */
    void send() throws SQLException {
        try {
            copies.copyIn(COPY, new StringReader(rows.toString()));
            rows.setLength(0);
        } catch (IOException e) {
            throw new SQLException("entries of imported votes could not be copied", e);
        }
    }

    private static String array(Iterable<String> texts) {
        StringJoiner array = new StringJoiner(",", "{", "}");
        texts.forEach(text -> array.add('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return array.toString();
    }

    private static String array(Float... numbers) {
        StringJoiner array = new StringJoiner(",", "{", "}");
        for (Float number : numbers) {
            array.add(number.toString());
        }
        return array.toString();
    }

    // In canonical JSON, control characters are escaped already.
    private static String escaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\");
    }
}
