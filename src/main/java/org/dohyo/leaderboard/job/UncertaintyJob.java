package org.dohyo.leaderboard.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.board.StyledVotes;
import org.dohyo.leaderboard.board.Uncertainty;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.leaderboard.count.LogHead;
import org.dohyo.leaderboard.count.LoggedVotes;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.StyleControl;
import org.dohyo.rating.StyleFit;
import org.dohyo.rating.VotesToFlip;
import org.dohyo.support.Beat;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The slower beat: what needs every vote — intervals by voters, simultaneous ranges of ranks, votes to flip,
 * ratings with style held constant — from {@link LoggedVotes}
 * in memory. It never delays a rating: it computes without the job's lock and takes that only to publish. After a pass
 * it pauses {@value #PAUSE_FACTOR} times as long as it computed, so that it costs a fifth of one core at any size.
 */
@ApplicationScoped
public class UncertaintyJob {

    private static final int WAKE_MILLIS = 500;
    private static final int PAUSE_FACTOR = 4;
    private static final long THIN_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long SEED = 1;
    private static final Logger LOG = Logger.getLogger(UncertaintyJob.class);

    /** The categories of which there is a board newer than what this job found for it. */
    private static final String OUTDATED = """
            select c.category from (select distinct category from elo_rating) c
            cross join lateral (select log_size from snapshot where category = c.category and method = 'bt'
                and weights = 'votes' and not style_control order by id desc limit 1) s
            where s.log_size > coalesce((select min(log_size) from uncertainty u where u.category = c.category), 0)
            order by c.category <> 'overall', c.category""";

    private final Vertx vertx;
    private final AgroalDataSource database;
    private final Snapshots snapshots;
    private final CountTables tables;
    private final Clock clock;
    private final LoggedVotes votes = new LoggedVotes();
    private volatile long restUntil = System.nanoTime();
    private volatile long thinned = System.nanoTime();
    private Beat beat;

    UncertaintyJob(Vertx vertx, AgroalDataSource database, Snapshots snapshots, CountTables tables, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.snapshots = snapshots;
        this.tables = tables;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, WAKE_MILLIS, this::pass,
                "The intervals could not be computed; the boards keep their older ones");
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
    }

    private void pass() {
        long begun = System.nanoTime();
        if (begun - restUntil < 0) {
            return;
        }
        long computing = 0;
        try {
            for (String category : QuarkusTransaction.requiringNew().call(this::outdated)) {
                long from = System.nanoTime();
                Optional<Found> found = QuarkusTransaction.requiringNew().timeout(600).call(() -> compute(category));
                computing += System.nanoTime() - from;
                found.ifPresent(news -> QuarkusTransaction.requiringNew().timeout(300).run(() -> publish(news)));
            }
            if (begun - thinned > THIN_NANOS) {
                QuarkusTransaction.requiringNew().timeout(300).run(this::thin);
                thinned = begun;
            }
        } finally {
            restUntil = System.nanoTime() + PAUSE_FACTOR * computing;
        }
    }

    private List<String> outdated() throws SQLException {
        List<String> categories = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OUTDATED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                categories.add(row.getString(1));
            }
        }
        return categories;
    }

    /** What is to be published of a category; without styled votes where no vote tells its answers' style. */
    private record Found(String category, Optional<StyledVotes> styled) {
    }

    /** Writes a category's uncertainty; nothing if a fit did not converge, or if another replica is at it. */
    private Optional<Found> compute(String category) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!JobLock.UNCERTAINTY.tryTake(connection)) {
                return Optional.empty();
            }
            votes.readOn(connection);
            int[] positions = votes.positions(category);
            LoggedVotes.Ballots ballots = votes.ballots(positions);
            int models = ballots.ids().size();
            PairCounts counts = new PairCounts(models, ballots.votes().unweighted());
            snapshots.write(connection, category, Weights.VOTERS, uncertainty(BradleyTerry.fit(ballots.votes()), ballots.ids(),
                    VotesToFlip.of(models, ballots.votes().weighted())));
            snapshots.write(connection, category, Weights.VOTES,
                    uncertainty(BradleyTerry.fit(counts), ballots.ids(), VotesToFlip.of(counts)));
            return Optional.of(new Found(category, styled(category, positions)));
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s did not converge: its uncertainty stays as it was", category);
            return Optional.empty();
        }
    }

    private Optional<StyledVotes> styled(String category, int[] positions) {
        LoggedVotes.Styled styled = votes.styled(positions);
        if (styled.votes().size() == 0) {
            return Optional.empty();
        }
        StyleFit fit = StyleControl.fit(styled.votes());
        return Optional.of(new StyledVotes(category, styled.ids(), styled.counts(), fit, RankIntervals.of(fit.fit(), SEED),
                votes.size()));
    }

    private Uncertainty uncertainty(Fit fit, List<Long> ids, List<VotesToFlip> flips) {
        RankIntervals ranks = RankIntervals.of(fit, SEED);
        Map<Integer, Long> toFlip = new HashMap<>();
        flips.forEach(flip -> flip.votes().ifPresent(count -> toFlip.put(flip.above(), count)));
        Map<Long, Uncertainty.Of> models = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            double half = fit.halfWidth(i);
            models.put(ids.get(i), new Uncertainty.Of(Double.isNaN(half) ? null : half, ranks.low()[i], ranks.high()[i],
                    toFlip.get(i)));
        }
        return new Uncertainty(votes.size(), clock.instant(), models);
    }

    private void publish(Found found) {
        try (Connection connection = database.getConnection()) {
            JobLock.LEADERBOARD.take(connection);
            LogHead head = LogHead.read(connection);
            tables.standFor(head);
            if (found.styled().isPresent()) {
                snapshots.publish(connection, found.styled().get());
            }
            snapshots.publish(connection, List.of(found.category()), head.size(), false);
            tables.moveTo(head);
        } catch (SQLException e) {
            throw new IllegalStateException("the boards can't be published with their new intervals", e);
        }
    }

    private void thin() {
        try (Connection connection = database.getConnection()) {
            JobLock.LEADERBOARD.take(connection);
            Snapshots.thin(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("old boards can't be thinned out", e);
        }
    }
}
