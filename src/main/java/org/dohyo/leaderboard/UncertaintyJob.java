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
    private final CountStore counts;
    private final Snapshots snapshots;
    private volatile long restUntil = System.nanoTime();
    private Beat beat;

    UncertaintyJob(Vertx vertx, AgroalDataSource database, CountStore counts, Snapshots snapshots) {
        this.vertx = vertx;
        this.database = database;
        this.counts = counts;
        this.snapshots = snapshots;
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, WAKE_MILLIS, this::pass,
                "The intervals could not be computed; the boards keep their older ones");
    }

    @PreDestroy
    void stop() {
        beat.stop();
    }

    private void pass() {
        long begun = System.nanoTime();
        if (begun - restUntil < 0) {
            return;
        }
        try {
            List<String> done = QuarkusTransaction.requiringNew().timeout(600).call(this::compute);
            if (!done.isEmpty()) {
                QuarkusTransaction.requiringNew().timeout(300).run(() -> publish(done));
            }
        } finally {
            restUntil = System.nanoTime() + PAUSE_FACTOR * (System.nanoTime() - begun);
        }
    }

    /** Returns the categories whose uncertainty is new; none where another replica is at it. */
    private List<String> compute() throws SQLException {
        List<String> done = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            if (!JobLock.UNCERTAINTY.tryTake(connection)) {
                return done;
            }
            for (Map.Entry<String, Long> outdated : outdated(connection).entrySet()) {
                if (computed(connection, outdated.getKey(), outdated.getValue())) {
                    done.add(outdated.getKey());
                }
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

    /** The votes read may be newer than that size of the log, never older. Returns false if a fit did not converge. */
    private boolean computed(Connection connection, String category, long logSize) throws SQLException {
        Ballots ballots = read(connection, category);
        List<Long> ids = new ArrayList<>();
        List<PairCount> pairs = counts.pairs(connection, category, ids);
        try {
            Uncertainty byVoters = uncertainty(BradleyTerry.fit(ballots.votes()), ballots.ids(), logSize);
            Uncertainty byVotes = uncertainty(BradleyTerry.fit(new PairCounts(ids.size(), pairs)), ids, logSize);
            snapshots.write(connection, category, Weights.VOTERS, byVoters);
            snapshots.write(connection, category, Weights.VOTES, byVotes);
            return true;
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s did not converge: its uncertainty stays as it was", category);
            return false;
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
                    byte[] tag = row.getBytes(1);
                    if (!Arrays.equals(voter, tag)) {
                        voter = tag;
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

    private static long logSize(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select size from log_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void publish(List<String> categories) {
        try (Connection connection = database.getConnection()) {
            JobLock.LEADERBOARD.take(connection);
            long logSize = logSize(connection);
            for (String category : categories) {
                snapshots.publish(connection, category, logSize, null);
            }
            snapshots.close(connection, logSize);
        } catch (SQLException e) {
            throw new IllegalStateException("the boards can't be published with their new intervals", e);
        }
    }
}
