package org.dohyo.vote;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** Reads the vote log for what is computed from it. */
@ApplicationScoped
public class LogReader {

    private static final String ENTRIES = """
            select position, vote_id, model_a, model_b, outcome, categories, voter_tag, sign from log_entry
            where position >= :from order by position limit :most""";

    private static final String POSITION = """
            select e.position from vote v join log_entry e on e.vote_id = v.id and e.kind = 'CAST' where v.battle_id = :battle""";

    private final Jdbi jdbi;

    LogReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The first entries from a position on, in log order; empty at the end of the log. */
    public List<LogEntry> entries(long from, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(ENTRIES).bind("from", from).bind("most", most)
                .map((row, context) -> new LogEntry(row.getLong(1), row.getObject(2, UUID.class), row.getLong(3),
                        row.getLong(4), Outcome.valueOf(row.getString(5)), List.of((String[]) row.getArray(6).getArray()),
                        row.getBytes(7), row.getInt(8)))
                .list());
    }

    /** The position at which the log has the vote on a battle; empty before it is logged. */
    public Optional<Long> position(UUID battle) {
        return jdbi.withHandle(handle -> handle.createQuery(POSITION).bind("battle", battle).mapTo(Long.class).findOne());
    }

    /** Whether a vote waits to be logged. */
    public boolean anyQueued() {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select 1 from log_queue)").mapTo(Boolean.class)
                .one());
    }
}
