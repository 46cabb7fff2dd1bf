package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

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
 * The one job of the whole deployment: what waits → log → counts → ratings → snapshots, all in one transaction under an
 * advisory lock that a dead holder frees by dying.
 */
@ApplicationScoped
public class LeaderboardJob {

    static final long LOCK = 0x646f68796fL;
    private static final int BATCH = 5_000;
    private static final int WAKE_MILLIS = 150;
    private static final Logger LOG = Logger.getLogger(LeaderboardJob.class);

    private final Vertx vertx;
    private final AgroalDataSource database;
    private final VoteLog log;
    private final CountStore counts;
    private final Snapshots snapshots;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    LeaderboardJob(Vertx vertx, AgroalDataSource database, VoteLog log, CountStore counts,
            Snapshots snapshots) {
        this.vertx = vertx;
        this.database = database;
        this.log = log;
        this.counts = counts;
        this.snapshots = snapshots;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(WAKE_MILLIS, unused -> wake());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void wake() {
        if (busy.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                drain();
                return null;
            }, false).onComplete(done -> {
                busy.set(false);
                if (done.failed()) {
                    LOG.error("A pass over the waiting votes failed and changed nothing", done.cause());
                }
            });
        }
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
            if (!locked(connection, "select pg_try_advisory_xact_lock(?)", LOCK)) {
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

    static boolean locked(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, key);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static long logSize(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select size from log_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
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
