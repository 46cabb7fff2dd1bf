package org.dohyo.vote.imported;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.ForeignKeys;
import org.dohyo.vote.HistoryVotes;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.VoteLog;

/**
 * Appends imported votes to the log: COPY writes them, and those of the next pass are read while they are counted. The
 * leaves are those that {@link VoteLog} writes; where one of the votes can't be logged, that takes a block of them one
 * by one.
 */
@ApplicationScoped
public class ImportedLog {

    // Before all others: a change to one of them may be queued already.
    private static final String QUEUE_ONE_BY_ONE = """
            with block as (
                delete from import_queue where id = (select id from import_queue order by id limit 1) returning votes, size
            )
            insert into log_queue (id, kind, vote_id, at)
            select coalesce((select min(id) from log_queue), 0) - size - 1 + place, 'CAST', queued.id, vote.cast_at
            from block cross join lateral unnest(votes) with ordinality as queued (id, place) join vote on vote.id = queued.id""";

    private static final String HEAD = "update log_head set size = ?";

    private final VoteLog log;
    private final ReadAhead ahead;
    private final Clock clock;

    ImportedLog(VoteLog log, ReadAhead ahead, Clock clock) {
        this.log = log;
        this.ahead = ahead;
        this.clock = clock;
    }

    /**
     * Appends imported votes on the caller's connection and in its transaction.
     *
     * @param size the log's size
     * @param most about how many; a block of {@value HistoryVotes#BLOCK} at least
     */
    public List<LogEntry> append(Connection connection, long size, int most) throws SQLException {
        execute(connection, "savepoint imported");
        try {
            // The models are those of the battles.
            execute(connection, ForeignKeys.TRUST);
            List<LogEntry> entries = appendAll(connection, size, Math.max(1, most / HistoryVotes.BLOCK));
            execute(connection, ForeignKeys.LOOK_UP);
            execute(connection, "release savepoint imported");
            return entries;
        } catch (SQLException | IllegalStateException e) {
            VoteLog.mustBeARows(e);
            execute(connection, "rollback to savepoint imported");
            execute(connection, QUEUE_ONE_BY_ONE);
            return log.append(connection, HistoryVotes.BLOCK).entries();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private List<LogEntry> appendAll(Connection connection, long size, int blocks) throws SQLException {
        NextVotes next = take(connection, blocks);
        if (next.more()) {
            ahead.begin(next.last(), blocks);
        }
        List<LogEntry> entries = new ArrayList<>(next.size());
        try (EntryCopy copy = new EntryCopy(connection, clock.instant())) {
            for (NextVotes.Queued vote : next.votes()) {
                LogEntry entry = vote.entry().at(size + vote.entry().position());
                copy.write(entry.position(), vote.row());
                entries.add(entry);
            }
            copy.end();
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException fault ? fault : new SQLException("the log can't be written", e);
        }
        try (PreparedStatement head = connection.prepareStatement(HEAD)) {
            head.setLong(1, size + entries.size());
            head.executeUpdate();
        }
        return entries;
    }

    /** Takes what was read ahead, unless a pass has failed or another replica has run one meanwhile. */
    private NextVotes take(Connection connection, int blocks) throws SQLException {
        Optional<NextVotes> read = ahead.end();
        if (read.isPresent() && read.get().take(connection)) {
            return read.get();
        }
        NextVotes next = NextVotes.after(connection, Long.MIN_VALUE, blocks);
        if (!next.take(connection)) {
            throw new SQLException("the queue of imported votes has changed under the job's lock");
        }
        return next;
    }
}
