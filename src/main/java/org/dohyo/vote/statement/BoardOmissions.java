package org.dohyo.vote.statement;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/**
 * Logged votes that a board can't use, and changes that the log can't take. Each has an entry of its own in the log, so
 * that whoever recomputes the board from the log leaves out the same votes.
 */
@ApplicationScoped
public class BoardOmissions {

    private static final String OMIT = """
            insert into log_queue (kind, vote_id, reason, at)
            select distinct 'LEAVE_OUT', e.vote_id, :reason, cast(:now as timestamptz) from log_entry e
            where e.position = any(:positions)
                and not exists (select from log_entry o where o.kind = 'LEAVE_OUT' and o.vote_id = e.vote_id
                    and cast(o.leaf as json) ->> 'reason' = :reason)
                and not exists (select from log_queue q where q.kind = 'LEAVE_OUT' and q.vote_id = e.vote_id
                    and q.reason = :reason)
            returning vote_id""";

    private static final String NEWEST = """
            select vote_id, cast(leaf as json) ->> 'reason' as reason from log_entry
            where kind = 'LEAVE_OUT' order by position desc limit :most""";

    private final Jdbi jdbi;
    private final Clock clock;

    BoardOmissions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param reason the board, or {@code log}, and a code, such as {@code style-controlled: style-out-of-range} */
    public record Omission(UUID vote, String reason) {
    }

    /**
     * Queues an entry for each of the votes that has none yet, in the transaction in progress.
     *
     * @param positions of any entries of these votes in the log
     * @return the votes that are left out from now on
     */
    public List<UUID> omit(Collection<Long> positions, String board, String code) {
        return jdbi.withHandle(handle -> handle.createQuery(OMIT).bind("reason", board + ": " + code)
                .bind("now", clock.instant()).bindArray("positions", Long.class, positions)
                .mapTo(UUID.class).list());
    }

    /** The newest omissions in the log, the newest first. */
    public List<Omission> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST).bind("most", most)
                .map((row, context) -> new Omission(row.getObject(1, UUID.class), row.getString(2))).list());
    }
}
