package org.dohyo.moderation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Battle;
import org.dohyo.battle.PromptGuard;
import org.dohyo.moderation.Moderation.WhenDown;
import org.dohyo.moderation.Moderation.WhenFlagged;
import org.dohyo.moderation.ModerationAdmin.Policy;
import org.dohyo.provider.http.CallFailure;
import org.dohyo.provider.http.Moderations;
import org.dohyo.provider.http.Moderations.Verdict;
import org.dohyo.replica.SharedLimits;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Sends each prompt to the moderation endpoint, if an admin has enabled it. No thread blocks while waiting for the
 * verdict.
 */
@ApplicationScoped
class PromptCheck implements PromptGuard {

    private static final List<String> FLAGGED_WITHOUT_CATEGORY = List.of("flagged");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(PromptCheck.class);

    private final ModerationAdmin moderation;
    private final Moderations moderations;
    private final PromptMarks marks;
    private final SharedLimits limits;
    private final SharedLimits.Limit perVoter;
    private final SharedLimits.Limit perNetworkOfNewcomers;

    PromptCheck(ModerationAdmin moderation, Moderations moderations, PromptMarks marks,
            SharedLimits limits, ModerationConfig config) {
        this.moderation = moderation;
        this.moderations = moderations;
        this.marks = marks;
        this.limits = limits;
        this.perVoter = new SharedLimits.Limit("checks-of-voter", config.checksPerMinute(), MINUTE);
        this.perNetworkOfNewcomers = new SharedLimits.Limit("checks-of-newcomers", config.newcomerChecksPerMinute(),
                MINUTE);
    }

    /** Fails with an {@link UnsentPrompt}. */
    @Override
    public Uni<Approval> check(Sender sender, String prompt) {
        Optional<Policy> policy = moderation.policy();
        if (policy.isEmpty()) {
            return Uni.createFrom().item(new Marked(List.of()));
        }
        limits.take(sender.newcomers() ? perNetworkOfNewcomers : perVoter, sender.key()).ifPresent(wait -> {
            throw UnsentPrompt.tooMany(wait);
        });
        return Uni.createFrom()
                .completionStage(() -> moderations.of(policy.get().endpoint(), prompt).toCompletionStage())
                .map(verdict -> categories(verdict, policy.get().whenFlagged()))
                .onFailure(CallFailure.class).recoverWithUni(e -> unchecked(e, policy.get().whenDown()))
                .<Approval> map(Marked::new)
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    /** A prompt that passed, with the endpoint's categories, which are empty for most. */
    private final class Marked implements Approval {

        private final List<String> categories;

        Marked(List<String> categories) {
            this.categories = categories;
        }

        @Override
        public void keep(Battle battle) {
            marks.keep(battle, categories);
        }

        @Override
        public Optional<String> notice(String locale) {
            PromptMessages messages = FlagCategory.messages(locale);
            return categories.isEmpty() ? Optional.empty()
                    : Optional.of(messages.marked(FlagCategory.list(FlagCategory.of(categories), messages)));
        }
    }

    private static List<String> categories(Verdict verdict, WhenFlagged then) {
        if (verdict.flagged() && then == WhenFlagged.REFUSE) {
            throw UnsentPrompt.flagged(FlagCategory.of(verdict.categories()));
        }
        return verdict.flagged() && verdict.categories().isEmpty() ? FLAGGED_WITHOUT_CATEGORY : verdict.categories();
    }

    private static Uni<List<String>> unchecked(CallFailure failure, WhenDown then) {
        LOG.warnf("Moderation gave no verdict, the prompt %s: %s, %s", then == WhenDown.PASS ? "passed" : "was refused",
                failure.kind(), failure.getMessage());
        return then == WhenDown.PASS ? Uni.createFrom().item(List.of())
                : Uni.createFrom().failure(UnsentPrompt.unchecked());
    }
}
