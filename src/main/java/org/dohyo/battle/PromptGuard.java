package org.dohyo.battle;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Checks prompts before any model sees them. The room of moderation implements it. */
public interface PromptGuard {

    /**
     * Checks a prompt before its battle or turn starts. Continues on a worker thread, since what follows writes to the
     * database. {@code asker} names whoever sends the prompt, whose checks are limited together. Fails with the refusal
     * to send to the voter if the prompt must not reach a model.
     */
    Uni<Approval> check(String asker, String prompt);

    /** A prompt that may be sent to models. */
    interface Approval {

        /**
         * Keeps what the check found in the newest prompt of the battle, in the caller's transaction, which holds the
         * battle's row.
         */
        void keep(Battle battle);

        /** A notice to the voter about the prompt, in the given language; empty for most prompts. */
        Optional<String> notice(String locale);
    }
}
