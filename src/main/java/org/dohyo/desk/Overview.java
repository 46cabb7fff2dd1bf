package org.dohyo.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Battle;
import org.dohyo.dataset.release.Release;
import org.dohyo.integrity.Checks;
import org.dohyo.integrity.Suspects;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.log.SigningHolds;
import org.dohyo.model.admin.ModelAdmin;
import org.dohyo.model.endpoint.HealthView;
import org.dohyo.moderation.FlaggedConversations;
import org.dohyo.vote.LogQueue;
import org.dohyo.vote.Vote;
import org.dohyo.vote.statement.BoardOmissions;
import org.dohyo.vote.uncounted.Jump;
import org.dohyo.vote.uncounted.UncountedVotes;
import org.dohyo.voter.Consents;

/** The figures of the dashboard: use, health of the endpoints, and backlog. */
@ApplicationScoped
class Overview {

    private static final int OMISSIONS = 20;

    private final Battle.Repository battles;
    private final Vote.Repository votes;
    private final LogQueue.Repository queue;
    private final Boards boards;
    private final ModelAdmin models;
    private final FlaggedConversations conversations;
    private final Consents consents;
    private final BoardOmissions omissions;
    private final SigningHolds holds;
    private final UncountedVotes uncounted;
    private final Checks checks;
    private final Suspects suspects;
    private final Release.Repository releases;
    private final Clock clock;

    Overview(Battle.Repository battles, Vote.Repository votes, LogQueue.Repository queue, Boards boards,
            ModelAdmin models, FlaggedConversations conversations, Consents consents, BoardOmissions omissions,
            SigningHolds holds, UncountedVotes uncounted, Checks checks, Suspects suspects, Release.Repository releases,
            Clock clock) {
        this.battles = battles;
        this.votes = votes;
        this.queue = queue;
        this.boards = boards;
        this.models = models;
        this.conversations = conversations;
        this.consents = consents;
        this.omissions = omissions;
        this.holds = holds;
        this.uncounted = uncounted;
        this.checks = checks;
        this.suspects = suspects;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * @param battles started within 24 hours
     * @param votes cast within 24 hours and not withdrawn
     * @param streaming battles that stream now, on all replicas
     * @param lagSeconds the age of the oldest vote that is queued for the log; 0 if the queue is empty
     * @param lastSnapshot when the newest board was published, or null
     * @param flagged open conversations
     * @param omissions the newest votes that a board can't use
     * @param holds why the log isn't signed
     * @param ignored the witnesses whose word is ignored
     * @param jumps the reasons for which votes have become uncounted far more often
     * @param failing the reasons for which checks of votes can't run far more often than before
     * @param quarantined suspects whose votes await a review
     * @param drafts scheduled drafts of releases that await a review
     * @param done the first steps that are taken
     * @param health the last hour of each endpoint that was called in it or still fails, by slug
     */
    record Figures(long battles, long votes, long streaming, long lagSeconds, Instant lastSnapshot, long flagged,
            List<BoardOmissions.Omission> omissions, List<SigningHolds.Hold> holds, List<String> ignored,
            List<Jump> jumps,
            List<Jump> failing,
            long quarantined, long drafts, Set<FirstStep> done,
            Map<String, HealthView> health) {

        public boolean started() {
            return done.containsAll(EnumSet.allOf(FirstStep.class));
        }

        public List<FirstStep> steps() {
            return List.of(FirstStep.values());
        }
    }

    @Transactional
    Figures now() {
        Instant now = clock.instant();
        Instant yesterday = now.minus(Duration.ofDays(1));
        long lag = queue.oldest().map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds())).orElse(0L);
        return new Figures(battles.startedSince(yesterday), votes.castSince(yesterday), battles.streaming(), lag,
                boards.newestBoardAt().orElse(null), conversations.open(), omissions.newest(OMISSIONS),
                holds.open(), holds.ignored(), uncounted.now().jumps(), checks.failing(), suspects.open(),
                releases.scheduledToReview(), done(),
                busy());
    }

    private Set<FirstStep> done() {
        Set<FirstStep> done = EnumSet.noneOf(FirstStep.class);
        if (models.realContenders() >= 2) {
            done.add(FirstStep.MODELS);
        }
        if (consents.ownTermsPublished()) {
            done.add(FirstStep.TERMS);
        }
        if (votes.anyCast()) {
            done.add(FirstStep.VOTE);
        }
        return done;
    }

    /** Leaves out models without calls: imported boards have many that this arena never called. */
    private Map<String, HealthView> busy() {
        Map<String, HealthView> health = new TreeMap<>(models.health());
        health.values()
                .removeIf(view -> view.answered() + view.failed() + view.cancelled() == 0 && view.lastError() == null);
        return health;
    }
}
