package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.VoterVotes;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The slower beat: intervals by voters and simultaneous ranges of ranks, which need the votes of every voter. It never
 * delays a rating: it computes without the job's lock and takes that only to publish. After a pass it pauses
 * {@value #PAUSE_FACTOR} times as long as the pass took, so that it costs a small share of the machine at any size.
 */
@ApplicationScoped
public class UncertaintyJob {

    private static final long LOCK = 0x646f68796fL + 1;
    private static final int WAKE_MILLIS = 500;
    private static final int PAUSE_FACTOR = 10;
    private static final int FETCH_ROWS = 10_000;
    private static final long SEED = 1;
    private static final Logger LOG = Logger.getLogger(UncertaintyJob.class);

    private static final String OUTDATED = """
            select c.category, s.log_size from (select distinct category from elo_rating) c
            cross join lateral (select log_size from snapshot where category = c.category and method = 'bt'
                and weights = 'votes' order by id desc limit 1) s
            where s.log_size > coalesce((select min(log_size) from uncertainty u where u.category = c.category), 0)
            order by c.category""";
    private static final String VOTES = """
            select voter_tag, first, second, first_wins, second_wins, ties, both_bad from voter_pair_count
            where category = ? and first_wins + second_wins + ties + both_bad > 0 order by voter_tag""";

    private final Vertx vertx;
    private final AgroalDataSource database;
    private final Snapshots snapshots;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long restUntil = System.nanoTime();
    private long timer;

    UncertaintyJob(Vertx vertx, AgroalDataSource database, Snapshots snapshots) {
        this.vertx = vertx;
        this.database = database;
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
        if (System.nanoTime() - restUntil >= 0 && busy.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> {
                beat();
                return null;
            }, false).onComplete(done -> {
                busy.set(false);
                if (done.failed()) {
                    LOG.error("The intervals could not be computed; the boards keep their older ones", done.cause());
                }
            });
        }
    }

    private void beat() {
        long begun = System.nanoTime();
        List<String> done = QuarkusTransaction.requiringNew().timeout(600).call(this::compute);
        if (!done.isEmpty()) {
            QuarkusTransaction.requiringNew().timeout(300).run(() -> publish(done));
            restUntil = System.nanoTime() + PAUSE_FACTOR * (System.nanoTime() - begun);
        }
    }

    /** Returns the categories whose uncertainty is new; none where another replica is at it. */
    private List<String> compute() throws SQLException {
        List<String> done = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            if (!LeaderboardJob.locked(connection, "select pg_try_advisory_xact_lock(?)", LOCK)) {
                return done;
            }
            for (Map.Entry<String, Long> outdated : outdated(connection).entrySet()) {
                compute(connection, outdated.getKey(), outdated.getValue());
                done.add(outdated.getKey());
            }
        }
        return done;
    }

    private static Map<String, Long> outdated(Connection connection) throws SQLException {
        Map<String, Long> logSizes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OUTDATED); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                logSizes.put(row.getString(1), row.getLong(2));
            }
        }
        return logSizes;
    }

    /** The votes read may be newer than that size of the log, never older. */
    private void compute(Connection connection, String category, long logSize) throws SQLException {
        Ballots ballots = read(connection, category);
        try {
            Fit byVoters = BradleyTerry.fit(ballots.votes());
            Fit byVotes = BradleyTerry.fit(new PairCounts(ballots.ids().size(), ballots.votes().unweighted()));
            snapshots.write(connection, category, Weights.VOTERS, uncertainty(byVoters, ballots.ids(), logSize));
            snapshots.write(connection, category, Weights.VOTES, uncertainty(byVotes, ballots.ids(), logSize));
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s did not converge: its uncertainty stays as it was", category);
        }
    }

    private static Uncertainty uncertainty(Fit fit, List<Long> ids, long logSize) {
        RankIntervals ranks = RankIntervals.of(fit, SEED);
        Map<Long, Uncertainty.Of> models = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            double half = fit.halfWidth(i);
            models.put(ids.get(i),
                    new Uncertainty.Of(Double.isNaN(half) ? null : half, ranks.low()[i], ranks.high()[i]));
        }
        return new Uncertainty(logSize, models);
    }

    /** A category's votes by voter, models told by their place in {@code ids}. */
    private record Ballots(VoterVotes votes, List<Long> ids) {
    }

    private static Ballots read(Connection connection, String category) throws SQLException {
        Map<Long, Integer> places = new LinkedHashMap<>();
        List<List<PairCount>> voters = new ArrayList<>();
        byte[] voter = null;
        try (PreparedStatement select = connection.prepareStatement(VOTES)) {
            select.setString(1, category);
            select.setFetchSize(FETCH_ROWS);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!Arrays.equals(voter, row.getBytes(1))) {
                        voter = row.getBytes(1);
                        voters.add(new ArrayList<>());
                    }
                    voters.get(voters.size() - 1).add(pair(row, places));
                }
            }
        }
        VoterVotes votes = new VoterVotes(places.size());
        voters.forEach(votes::add);
        return new Ballots(votes, List.copyOf(places.keySet()));
    }

    private static PairCount pair(ResultSet row, Map<Long, Integer> places) throws SQLException {
        return new PairCount(places.computeIfAbsent(row.getLong(2), unused -> places.size()),
                places.computeIfAbsent(row.getLong(3), unused -> places.size()), row.getLong(4), row.getLong(5),
                row.getLong(6), row.getLong(7));
    }

    private void publish(List<String> categories) {
        try (Connection connection = database.getConnection()) {
            LeaderboardJob.locked(connection, "select pg_advisory_xact_lock(?) is not null", LeaderboardJob.LOCK);
            long logSize = LeaderboardJob.logSize(connection);
            for (String category : categories) {
                snapshots.publish(connection, category, logSize, null);
            }
            snapshots.close(connection, logSize);
        } catch (SQLException e) {
            throw new IllegalStateException("the boards can't be published with their new intervals", e);
        }
    }
}
