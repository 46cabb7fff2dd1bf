package org.dohyo.dataset.release;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.exports.ExportedVote;
import org.dohyo.dataset.exports.ExportedVotes;
import org.dohyo.dataset.release.search.Finding;
import org.dohyo.support.BeatGate;
import org.dohyo.support.DatabaseAway;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Searches drafts for what looks personal, a stretch of the log in each transaction: what a replica that ends has not
 * finished, another one goes on with. A draft is locked while a stretch of it is searched, so that each is searched
 * once.
 */
@ApplicationScoped
class PreparationJob {

    private static final Duration LONGEST_PASS = Duration.ofSeconds(3);
    private static final Logger LOG = Logger.getLogger(PreparationJob.class);

    private final Release.Repository releases;
    private final Preparation.Repository preparations;
    private final Finding.Repository findings;
    private final ExportedVotes votes;
    private final Schedules schedules;

    PreparationJob(Release.Repository releases, Preparation.Repository preparations, Finding.Repository findings,
            ExportedVotes votes, Schedules schedules) {
        this.releases = releases;
        this.preparations = preparations;
        this.findings = findings;
        this.votes = votes;
        this.schedules = schedules;
    }

    @Scheduled(identity = "release-drafts", every = "1s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void pass() {
        schedules.draftIfDue();
        long end = System.nanoTime() + LONGEST_PASS.toNanos();
        boolean more = true;
        while (more && System.nanoTime() - end < 0) {
            more = step();
        }
    }

    /** Searches one stretch of a draft; false if there is none to search. */
    private boolean step() {
        long[] taken = new long[1];
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Release> draft = releases.takeUnsearched();
                draft.ifPresent(release -> {
                    taken[0] = release.id;
                    search(release);
                });
                return draft.isPresent();
            });
        } catch (RuntimeException e) {
            if (taken[0] == 0 || DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            LOG.errorf(e, "The draft of release %d could not be searched", taken[0]);
            QuarkusTransaction.requiringNew().run(() -> fail(taken[0], reason(e)));
            return true;
        }
    }

    private void search(Release release) {
        // Another replica may have searched the last stretch between the look and the lock.
        Preparation preparation = preparations.findById(release.id);
        if (preparation == null) {
            return;
        }
        long end = Math.min(release.logSize, preparation.searched + Releases.STRETCH);
        List<ExportedVote> stretch = votes.publishable(preparation.searched, end, release.selection());
        Set<Finding.Key> kept = kept(release, stretch.stream().map(ExportedVote::battleId).toList());
        for (ExportedVote vote : stretch) {
            release.battles++;
            Finding.in(release.id, vote).forEach(finding -> {
                finding.keptBy = kept.contains(finding.key()) ? release.madeBy : null;
                findings.persist(finding);
            });
        }
        preparation.searched = end;
        if (end == release.logSize) {
            preparations.delete(preparation);
        }
    }

    /** What the review of the release in whose place this one stands decided to keep. */
    private Set<Finding.Key> kept(Release release, Collection<UUID> battles) {
        return release.replaces == null || battles.isEmpty() ? Set.of()
                : findings.kept(release.replaces, battles).stream().map(Finding::key).collect(Collectors.toSet());
    }

    private void fail(long release, String reason) {
        preparations.findByIdOptional(release).ifPresent(preparation -> preparation.failure = reason);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? "an error without a description" : cause.getMessage();
    }
}
