package org.dohyo.leaderboard.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CategoryCounts;
import org.dohyo.leaderboard.count.CountStore;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.leaderboard.count.LogHead;
import org.dohyo.support.Beat;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.VoteLog;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
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
    private final CountTables tables;
    private final Timer passes;
    private Beat beat;

    LeaderboardJob(Vertx vertx, AgroalDataSource database, VoteLog log, CountStore counts, Snapshots snapshots,
            CountTables tables, MeterRegistry meters) {
        this.vertx = vertx;
        this.database = database;
        this.log = log;
        this.counts = counts;
        this.snapshots = snapshots;
        this.tables = tables;
        this.passes = Timer.builder("dohyo.leaderboard.pass").description("A batch of votes, from the queue to the snapshots")
                .publishPercentiles(0.5, 0.99).register(meters);
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, WAKE_MILLIS, this::drain, "A pass over the waiting votes failed and changed nothing");
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
    }

    private void drain() {
        while (waiting() && logged() == BATCH) {
            LOG.debugf("Logged %d votes, more wait", BATCH);
        }
    }

    private int logged() {
        return passes.record(() -> QuarkusTransaction.requiringNew().timeout(300).call(this::pass));
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
            LogHead head = LogHead.read(connection);
            tables.standFor(head);
            List<LogEntry> entries = log.append(connection, BATCH);
            if (!entries.isEmpty()) {
                counts.add(connection, CategoryCounts.of(entries));
                publish(connection, entries, head.at(head.size() + entries.size()));
            }
            return entries.size();
        }
    }

    private void publish(Connection connection, List<LogEntry> entries, LogHead head) throws SQLException {
        Set<String> touched = new LinkedHashSet<>();
        entries.forEach(entry -> touched.addAll(entry.categories()));
        for (String category : touched) {
            counts.carryElo(connection, category, entries);
        }
        snapshots.publish(connection, touched, head.size(), true);
        tables.moveTo(head);
    }
}
