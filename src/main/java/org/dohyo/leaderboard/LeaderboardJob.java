package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.model.Model;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.VoteLog;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

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

    static final String CHANNEL = "dohyo_snapshot";
    private static final long LOCK = 0x646f68796fL;
    private static final int BATCH = 5_000;
    private static final int WAKE_MILLIS = 150;
    private static final Logger LOG = Logger.getLogger(LeaderboardJob.class);

    private final Vertx vertx;
    private final AgroalDataSource database;
    private final VoteLog log;
    private final CountStore counts;
    private final Model.Repository models;
    private final ObjectMapper json;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer;

    LeaderboardJob(Vertx vertx, AgroalDataSource database, VoteLog log, CountStore counts, Model.Repository models,
            ObjectMapper json, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.log = log;
        this.counts = counts;
        this.models = models;
        this.json = json;
        this.clock = clock;
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
            if (!locked(connection)) {
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

    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void publish(Connection connection, List<LogEntry> entries) throws SQLException {
        long logSize = entries.get(entries.size() - 1).position() + 1;
        Set<String> touched = new LinkedHashSet<>();
        entries.forEach(entry -> touched.addAll(entry.categories()));
        for (String category : touched) {
            Map<Long, Double> elo = counts.carryElo(connection, category, entries);
            BoardMaker maker = maker(connection, category, logSize);
            write(connection, maker.elo(elo));
            try {
                write(connection, maker.bradleyTerry());
            } catch (NotConvergedException e) {
                LOG.errorf(e, "The fit of %s did not converge: no snapshot of it is published", category);
            }
        }
        thin(connection);
        tell(connection, logSize);
    }

    private BoardMaker maker(Connection connection, String category, long logSize) throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<PairCount> pairs = counts.pairs(connection, category, ids);
        Map<Long, Model> byId = models.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(model -> model.id, Function.identity()));
        return new BoardMaker(category, new PairCounts(ids.size(), pairs), ids.stream().map(byId::get).toList(), logSize,
                clock.instant());
    }

    private void write(Connection connection, Board board) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into snapshot (category, method, weights, log_size, votes, method_version, generated_at, board)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            insert.setString(1, board.category());
            insert.setString(2, board.method());
            insert.setString(3, board.weights());
            insert.setLong(4, board.logSize());
            insert.setLong(5, board.votes());
            insert.setString(6, board.methodVersion());
            insert.setTimestamp(7, Timestamp.from(board.generatedAt()));
            insert.setString(8, json.writeValueAsString(board));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board can't be written as JSON", e);
        }
    }

    /** Keeps the newest snapshot of each hour; of the last hour all but those older than ten minutes too. */
    private static void thin(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from snapshot s where s.generated_at between now() - interval '3 hours' and now() - interval '10 minutes'
                and exists (select 1 from snapshot n where n.category = s.category and n.method = s.method
                    and n.weights = s.weights and n.id > s.id
                    and date_trunc('hour', n.generated_at) = date_trunc('hour', s.generated_at))""")) {
            delete.executeUpdate();
        }
    }

    private static void tell(Connection connection, long logSize) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, Long.toString(logSize));
            notify.execute();
        }
    }
}
