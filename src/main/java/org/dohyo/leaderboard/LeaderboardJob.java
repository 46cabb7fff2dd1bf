package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.vote.LogEntry;
import org.dohyo.vote.VoteLog;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The one job of the whole deployment: what waits → log → counts → ratings → snapshots, all in one transaction under
 * {@link JobLock#LEADERBOARD}.
 */
@ApplicationScoped
public class LeaderboardJob {

    private static final int BATCH = 5_000;
    private static final int WAKE_MILLIS = 150;
    private static final Logger LOG = Logger.getLogger(LeaderboardJob.class);

    private final Vertx vertx;
    private final AgroalDataSource database;
    private final VoteLog log;
    private final CountStore counts;
    private final Snapshots snapshots;
    private Beat beat;

    LeaderboardJob(Vertx vertx, AgroalDataSource database, VoteLog log, CountStore counts, Snapshots snapshots) {
        this.vertx = vertx;
        this.database = database;
        this.log = log;
        this.counts = counts;
        this.snapshots = snapshots;
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, WAKE_MILLIS, this::drain, "A pass over the waiting votes failed and changed nothing");
    }

    @PreDestroy
    void stop() {
        beat.stop();
    }

    private void drain() {
        while (waiting() && QuarkusTransaction.requiringNew().timeout(300).call(this::pass) == BATCH) {
            LOG.debugf("Logged %d votes, more wait", BATCH);
        }
    }

    private boolean waiting() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select exists (select 1 from log_queue)");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the waiting votes can't be read", e);
        }
    }

    /** One batch in the surrounding transaction; returns how many entries it logged, 0 where another replica is at it. */
    private int pass() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!JobLock.LEADERBOARD.tryTake(connection)) {
                return 0;
            }
            List<LogEntry> entries = log.append(connection, BATCH);
            if (!entries.isEmpty()) {
                counts.add(connection, CategoryCounts.of(entries));
                publish(connection, entries);
            }
            return entries.size();
        }
    }

    private void publish(Connection connection, List<LogEntry> entries) throws SQLException {
        long logSize = entries.get(entries.size() - 1).position() + 1;
        Set<String> touched = new LinkedHashSet<>();
        entries.forEach(entry -> touched.addAll(entry.categories()));
        for (String category : touched) {
            snapshots.publish(connection, category, logSize, counts.carryElo(connection, category, entries));
        }
        snapshots.close(connection, logSize);
    }
}
