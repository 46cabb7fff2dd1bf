package org.dohyo.vote;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;
import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** Reads the vote log for computations. */
@ApplicationScoped
public class LogReader {

    private static final String ENTRIES = """
            select position, vote_id, model_a, model_b, outcome, categories, voter_tag, sign from log_entry
            where position >= :from order by position limit :most""";

    private static final String PUBLISHED = """
            select position, leaf, leaf_hash from log_entry where position >= :from and position < :size
            order by position limit :most""";

    private static final String NEWEST = """
            select position, leaf, leaf_hash from log_entry order by position desc limit 1""";

    private static final String LEAF_HASHES = """
            select leaf_hash from log_entry where position >= :from and position < :to order by position""";

    private static final String LEAVES = """
            select leaf from log_entry where position >= :from and position < :to order by position""";

    private static final String POSITION = """
            select e.position from vote v join log_entry e on e.vote_id = v.id and e.kind = 'CAST' where v.battle_id = :battle""";

    private static final String IMPORTED_QUEUED = """
            select coalesce(sum(size), 0) from import_queue""";
    // In order, so that the index is used: rows that were deleted just now would all be looked at.
    private static final String ANY_IMPORTED_QUEUED = """
            select exists (select 1 from import_queue order by id limit 1)""";
    private static final String ANY_QUEUED = """
            select exists (select 1 from log_queue order by id limit 1) or exists (select 1 from import_queue order by id limit 1)
                or exists (select 1 from statement_queue)""";

    private final Jdbi jdbi;

    LogReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The first entries from a position on, in log order; empty at the end of the log. */
    public List<LogEntry> entries(long from, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(ENTRIES).bind("from", from).bind("most", most)
                .map((row, context) -> new LogEntry(row.getLong(1), row.getObject(2, UUID.class), row.getLong(3),
                        row.getLong(4), Outcome.valueOf(row.getString(5)),
                        List.of((String[]) row.getArray(6).getArray()),
                        row.getBytes(7), row.getInt(8)))
                .list());
    }

    /**
     * An entry in the form that anyone can verify.
     *
     * @param leaf the canonical JSON that is hashed
     * @param leafHash SHA-256 of a zero byte and the leaf, in hexadecimal
     */
    public record Published(long position, @JsonRawValue String leaf, String leafHash) {
    }

    /** Published entries of a log of that size, from a position on. */
    public List<Published> published(long from, long size, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(PUBLISHED).bind("from", from).bind("size", size)
                .bind("most", most).map((row, context) -> published(row)).list());
    }

    /** The leaf hashes of the entries from a position (included) to another (excluded), in log order. */
    public List<byte[]> leafHashes(long from, long to) {
        return jdbi.withHandle(handle -> handle.createQuery(LEAF_HASHES).bind("from", from).bind("to", to)
                .map((row, context) -> row.getBytes(1)).list());
    }

    /** The bytes that are hashed of the entries from a position (included) to another (excluded), in log order. */
    public List<byte[]> leaves(long from, long to) {
        return jdbi.withHandle(handle -> handle.createQuery(LEAVES).bind("from", from).bind("to", to)
                .map((row, context) -> row.getString(1).getBytes(StandardCharsets.UTF_8)).list());
    }

    /** The last entry of the log; empty while there is none. */
    public Optional<Published> newest() {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST).map((row, context) -> published(row)).findOne());
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(row.getLong(1), row.getString(2), LogLeaf.hex(row.getBytes(3)));
    }

    /** The position in the log of the vote on a battle; empty before it is logged. */
    public Optional<Long> position(UUID battle) {
        return jdbi
                .withHandle(handle -> handle.createQuery(POSITION).bind("battle", battle).mapTo(Long.class).findOne());
    }

    /** How many imported votes have not been logged yet. */
    public long importedQueued() {
        return jdbi.withHandle(handle -> handle.createQuery(IMPORTED_QUEUED).mapTo(Long.class).one());
    }

    /** True if an imported vote has not been logged yet. */
    public boolean anyImportedQueued() {
        return jdbi.withHandle(handle -> handle.createQuery(ANY_IMPORTED_QUEUED)
                .mapTo(Boolean.class).one());
    }

    /** True if a change to a vote, or a statement, has not been logged yet. */
    public boolean anyQueued() {
        return jdbi.withHandle(handle -> handle.createQuery(ANY_QUEUED).mapTo(Boolean.class).one());
    }
}
