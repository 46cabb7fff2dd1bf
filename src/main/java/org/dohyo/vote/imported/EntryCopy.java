package org.dohyo.vote.imported;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.StringJoiner;

import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogLeaf;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes entries of imported votes to the log over COPY. While it is open, nothing else can use its connection, not
 * even the rollback after a failure: it must be closed in any case.
 */
final class EntryCopy implements AutoCloseable {

    private static final String COPY = "copy log_entry (position, logged_at, kind, vote_id, model_a, model_b, outcome, "
            + "categories, voter_tag, sign, leaf, leaf_hash, style) from stdin";
    private static final String NULL = "\\N";
    private static final String BYTES = "\\\\x";
    private static final int BUFFER = 1 << 16;

    private final PGCopyOutputStream copy;
    private final String now;

    EntryCopy(Connection connection, Instant now) throws SQLException {
        copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER);
        this.now = "\t" + now + "\t";
    }

    /**
     * The row of an entry from its third column on: what is known before its position is.
     *
     * @param style null if it is unknown
     */
    static String row(LogEntry entry, LogLeaf leaf, Float[] style) {
        return new StringJoiner("\t", "", "\n").add(EntryKind.CAST.name())
                .add(entry.voteId().toString()).add(Long.toString(entry.modelA())).add(Long.toString(entry.modelB()))
                .add(entry.outcome().name()).add(escaped(array(entry.categories())))
                .add(BYTES + LogLeaf.hex(entry.voterTag())).add(Integer.toString(entry.sign()))
                .add(escaped(leaf.json())).add(BYTES + LogLeaf.hex(leaf.hash()))
                .add(style == null ? NULL : array(style)).toString();
    }

    /** @param row as {@link #row} */
    void write(long position, String row) throws IOException {
        copy.write((position + now).getBytes(StandardCharsets.US_ASCII));
        copy.write(row.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the copy; the database takes all entries or none. */
    void end() throws SQLException {
        copy.endCopy();
    }

    /** Releases the connection if {@link #end} was not reached. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
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
