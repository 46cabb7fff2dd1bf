package org.dohyo.leaderboard.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.FittedBoard;
import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.board.StyleBoard;
import org.dohyo.leaderboard.board.Uncertainty;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.leaderboard.count.LoggedVotes;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.model.Model;
import org.dohyo.model.ModelFacts;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.StyleControl;
import org.dohyo.rating.StyleFit;
import org.dohyo.rating.VotesToFlip;
import org.dohyo.support.DatabaseAway;
import org.dohyo.support.Ticker;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.statement.BoardOmissions;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Computes the figures that need every vote: intervals by voters, simultaneous ranges of ranks, votes to flip, and
 * ratings with style held constant, from {@link LoggedVotes} in memory. It never delays a rating: it computes without
 * the leaderboard job's lock and takes that only to publish. After a pass it pauses {@value #PAUSE_FACTOR} times as
 * long as it computed, so that it costs a fifth of one core at any size. While an import is under way it reads its
 * votes and computes nothing.
 */
@ApplicationScoped
public class UncertaintyJob {

    private static final int WAKE_MILLIS = 1_000;
    private static final int PAUSE_FACTOR = 4;
    private static final int COMPUTE_SECONDS = 600;
    private static final int PUBLISH_SECONDS = 300;
    private static final Logger LOG = Logger.getLogger(UncertaintyJob.class);

    private final Vertx vertx;
    private final Jdbi jdbi;
    private final Boards boards;
    private final Snapshots snapshots;
    private final LogHead.Repository head;
    private final CountTables tables;
    private final Model.Repository models;
    private final Clock clock;
    private final BoardOmissions omissions;
    private final ImportsUnderWay imports;
    private final LoggedVotes votes = new LoggedVotes();
    // How large the log was when a category's figures could not be computed: they are tried again when it has grown.
    private final Map<String, Long> failedAt = new HashMap<>();
    // How many of the unusable styles are in the log as such.
    private int omitted;
    private volatile long restUntil = System.nanoTime();
    private Ticker ticker;

    UncertaintyJob(Vertx vertx, Jdbi jdbi, Boards boards, Snapshots snapshots, LogHead.Repository head,
            CountTables tables, Model.Repository models, BoardOmissions omissions, ImportsUnderWay imports,
            Clock clock) {
        this.vertx = vertx;
        this.jdbi = jdbi;
        this.boards = boards;
        this.snapshots = snapshots;
        this.head = head;
        this.tables = tables;
        this.models = models;
        this.omissions = omissions;
        this.imports = imports;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, WAKE_MILLIS, this::pass,
                "The intervals could not be computed; the boards keep their older ones");
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
    }

    private void pass() {
        long begun = System.nanoTime();
        if (begun - restUntil < 0) {
            return;
        }
        if (imports.any()) {
            QuarkusTransaction.requiringNew().timeout(COMPUTE_SECONDS).run(() -> votes.readOn(jdbi));
            return;
        }
        long computing = 0;
        try {
            for (String category : QuarkusTransaction.requiringNew().call(() -> snapshots.outdated(boards.byVotes()))) {
                long logSize = boards.current(BoardKey.byVotes(category)).board().logSize();
                if (failedAt.getOrDefault(category, -1L) != logSize) {
                    long from = System.nanoTime();
                    renew(category, logSize);
                    computing += System.nanoTime() - from;
                }
            }
        } finally {
            restUntil = System.nanoTime() + PAUSE_FACTOR * computing;
        }
    }

    /**
     * Computes and publishes a category's figures; a failure keeps its older ones and leaves the others alone. What
     * fails because the database is away is thrown: the next pass tries it again.
     */
    private void renew(String category, long logSize) {
        try {
            QuarkusTransaction.requiringNew().timeout(COMPUTE_SECONDS).call(() -> compute(category))
                    .ifPresent(figures -> {
                        omitted = figures.unusable();
                        QuarkusTransaction.requiringNew().timeout(PUBLISH_SECONDS).run(() -> publish(figures));
                    });
            failedAt.remove(category);
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            failedAt.put(category, logSize);
            LOG.errorf(e, "The intervals of %s could not be computed: they stay as they were until the next vote",
                    category);
        }
    }

    /** The figures of a category that are to be published; no style board if no vote has the style of its answers. */
    private record Computed(String category, Optional<StyleBoard> styled, List<FittedBoard> byPrompts, int unusable) {
    }

    /** Writes a category's uncertainty; empty if another replica computes. */
    private Optional<Computed> compute(String category) {
        if (!JobLock.UNCERTAINTY.tryTake(jdbi)) {
            return Optional.empty();
        }
        votes.readOn(jdbi);
        int unusable = leaveOutUnusable();
        int[] positions = votes.positions(category);
        Comparator<Long> order = bySlug();
        LoggedVotes.Ballots ballots = votes.ballots(positions, order);
        int models = ballots.ids().size();
        PairCounts counts = new PairCounts(models, ballots.votes().unweighted());
        Fit byVotes = BradleyTerry.fit(counts);
        Fit byVoters = BradleyTerry.fit(ballots.votes(), byVotes);
        snapshots.write(category, Weights.VOTERS,
                uncertainty(byVoters, ballots.ids(), VotesToFlip.of(models, ballots.votes().weighted())));
        snapshots.write(category, Weights.VOTES, uncertainty(byVotes, ballots.ids(), VotesToFlip.of(counts)));
        return Optional.of(new Computed(category, styled(category, positions, order),
                byPrompts(category, positions, order, byVotes), unusable));
    }

    /** The boards whose weights depend on the prompts; none if no prompt is known. */
    private List<FittedBoard> byPrompts(String category, int[] positions, Comparator<Long> order, Fit byVotes) {
        if (!votes.anyPrompt(positions)) {
            return List.of();
        }
        try {
            return fittedByPrompts(category, positions, order, byVotes);
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s by prompts did not converge: its boards stay as they were", category);
            return List.of();
        }
    }

    private List<FittedBoard> fittedByPrompts(String category, int[] positions, Comparator<Long> order, Fit byVotes) {
        List<FittedBoard> boards = new ArrayList<>();
        LoggedVotes.Ballots ballots = votes.ballotsByPrompt(positions, order);
        boards.add(fitted(BoardKey.weighted(category, Weights.PROMPTS), ballots.ids(),
                votes.counts(positions, ballots.ids()), BradleyTerry.fit(ballots.votes(), byVotes)));
        int[] first = votes.firstUses(positions);
        if (first.length > 0) {
            List<Long> ids = votes.ballots(first, order).ids();
            PairCounts counts = votes.counts(first, ids);
            boards.add(fitted(BoardKey.weighted(category, Weights.FIRST_USE), ids, counts, BradleyTerry.fit(counts)));
        }
        return boards;
    }

    private FittedBoard fitted(BoardKey key, List<Long> ids, PairCounts counts, Fit fit) {
        return new FittedBoard(key, ids, counts, fit, RankIntervals.of(fit), votes.size());
    }

    /** The ids of the models in the order of their slugs. */
    private Comparator<Long> bySlug() {
        Map<Long, String> slugs = models.facts(votes.models()).stream()
                .collect(Collectors.toMap(ModelFacts::id, ModelFacts::slug));
        return Comparator.comparing(slugs::get);
    }

    /** Logs each vote whose style can't be used as left out, once; returns how many have been seen. */
    private int leaveOutUnusable() {
        List<Long> unusable = votes.unusableStyles();
        if (unusable.size() > omitted) {
            omissions.omit(unusable.subList(omitted, unusable.size()), "style-controlled", "style-out-of-range")
                    .forEach(vote -> LOG.warnf("The vote %s is left out where style is held constant: "
                            + "a figure of its answers' style is below 0 or too large", vote));
        }
        return unusable.size();
    }

    private Optional<StyleBoard> styled(String category, int[] positions, Comparator<Long> order) {
        LoggedVotes.StyleBallots ballots = votes.styleBallots(positions, order);
        if (ballots.votes().size() == 0) {
            return Optional.empty();
        }
        try {
            StyleFit fit = StyleControl.fit(ballots.votes());
            return Optional.of(new StyleBoard(category, ballots.ids(), ballots.counts(), fit,
                    RankIntervals.of(fit.fit()), votes.size()));
        } catch (NotConvergedException e) {
            LOG.errorf(e, "The fit of %s with style held constant did not converge: its board stays as it was",
                    category);
            return Optional.empty();
        }
    }

    private Uncertainty uncertainty(Fit fit, List<Long> ids, List<VotesToFlip> flips) {
        RankIntervals ranks = RankIntervals.of(fit);
        Map<Integer, Long> toFlip = new HashMap<>();
        flips.forEach(flip -> flip.votes().ifPresent(count -> toFlip.put(flip.above(), count)));
        Map<Long, Uncertainty.Estimate> models = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            models.put(ids.get(i),
                    Uncertainty.Estimate.of(fit.halfWidth(i), ranks.low()[i], ranks.high()[i], toFlip.get(i)));
        }
        return new Uncertainty(votes.size(), clock.instant(), models);
    }

    private void publish(Computed figures) {
        JobLock.LEADERBOARD.take(jdbi);
        LogHead.Mark mark = head.mark();
        tables.standFor(mark);
        figures.styled().ifPresent(snapshots::publish);
        figures.byPrompts().forEach(snapshots::publish);
        // The votes of the category are those of its newest board; what the log has beyond is about others.
        snapshots.publish(List.of(figures.category()), snapshots.publishedLogSize(figures.category()), false);
        tables.moveTo(mark);
    }
}
