package org.dohyo.moderation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.moderation.Moderation.WhenDown;
import org.dohyo.moderation.Moderation.WhenFlagged;
import org.dohyo.moderation.ModerationAdmin.Policy;
import org.dohyo.provider.http.CallFailure;
import org.dohyo.provider.http.Moderations;
import org.dohyo.provider.http.Moderations.Verdict;
import org.dohyo.support.RateLimit;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Has moderation look at each prompt before a model sees it, where an admin wants that. No thread waits for the verdict. */
@ApplicationScoped
public class PromptCheck {

    /** A refused prompt starts no battle, so no other limit counts it. */
    private static final int A_MINUTE = 20;
    private static final List<String> WITHOUT_WORDS = List.of("flagged");
    private static final Logger LOG = Logger.getLogger(PromptCheck.class);

    private final ModerationAdmin moderation;
    private final Moderations moderations;
    private final RateLimit perVoter;

    PromptCheck(ModerationAdmin moderation, Moderations moderations, Clock clock) {
        this.moderation = moderation;
        this.moderations = moderations;
        this.perVoter = new RateLimit(A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /**
     * What the prompt is to be marked with, in the endpoint's words; empty for most. Goes on on a worker thread, for what
     * follows writes to the database; fails with {@link UnsentPrompt}.
     */
    public Uni<List<String>> of(long voter, String prompt) {
        Optional<Policy> policy = moderation.policy();
        if (policy.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        perVoter.take(Long.toString(voter)).ifPresent(wait -> {
            throw UnsentPrompt.tooMany(wait);
        });
        return Uni.createFrom()
                .completionStage(() -> moderations.of(policy.get().endpoint(), prompt).toCompletionStage())
                .map(verdict -> judge(verdict, policy.get().whenFlagged()))
                .onFailure(CallFailure.class).recoverWithUni(e -> unchecked(e, policy.get().whenDown()))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private static List<String> judge(Verdict verdict, WhenFlagged then) {
        if (verdict.flagged() && then == WhenFlagged.REFUSE) {
            throw UnsentPrompt.flagged(Concern.of(verdict.categories()));
        }
        return verdict.flagged() && verdict.categories().isEmpty() ? WITHOUT_WORDS : verdict.categories();
    }

    private static Uni<List<String>> unchecked(CallFailure failure, WhenDown then) {
        LOG.warnf("Moderation gave no verdict, the prompt %s: %s, %s", then == WhenDown.PASS ? "passed" : "was refused",
                failure.kind(), failure.getMessage());
        return then == WhenDown.PASS ? Uni.createFrom().item(List.of()) : Uni.createFrom().failure(UnsentPrompt.unchecked());
    }
}
