package org.dohyo.vote.imported;

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
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.VoteLog;

/**
 * Appends imported votes to the log: COPY writes them, and those of the next pass are read while they are counted. The
 * leaves are those that {@link VoteLog} writes; where one of the votes can't be logged, that takes a few of them one by
 * one.
 */
@ApplicationScoped
public class ImportedLog {

    /** How many are taken where one of them can't be logged. */
    private static final int FEW = 1_000;

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
        NextVotes next = take(connection, most);
        if (next.more()) {
            ahead.begin(next.last(), most);
        }
        EntryCopy copy = new EntryCopy(connection, clock.instant());
        List<LogEntry> entries = new ArrayList<>(next.size());
        for (NextVotes.Queued vote : next.votes()) {
            LogEntry entry = vote.entry().at(size + vote.entry().position());
            copy.write(entry.position(), vote.row());
            entries.add(entry);
        }
        copy.send();
        try (PreparedStatement head = connection.prepareStatement(HEAD)) {
            head.setLong(1, size + entries.size());
            head.executeUpdate();
        }
        return entries;
    }

    /** Takes what was read ahead, unless a pass has failed or another replica has run one meanwhile. */
    private NextVotes take(Connection connection, int most) throws SQLException {
        Optional<NextVotes> read = ahead.end();
        if (read.isPresent() && read.get().take(connection)) {
            return read.get();
        }
        NextVotes next = NextVotes.after(connection, Long.MIN_VALUE, most);
        if (!next.take(connection)) {
            throw new SQLException("the queue of imported votes has changed under the job's lock");
        }
        return next;
    }
}
