package org.dohyo.battle;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Checks prompts before any model sees them. The room {@code moderation} implements it. */
public interface PromptGuard {

    /**
     * Checks a prompt before its battle or turn starts. Continues on a worker thread, because the next step writes to
     * the database. Fails with the refusal to send to the voter if the prompt must not reach a model.
     */
    Uni<Approval> check(Sender sender, String prompt);

    /**
     * The sender of a prompt, whose checks are limited together.
     *
     * @param newcomers true for all who send their first prompt from a network
     */
    record Sender(String key, boolean newcomers) {

        public static Sender voter(long id) {
            return new Sender("voter " + id, false);
        }

        public static Sender newcomerOf(String network) {
            return new Sender(network, true);
        }
    }

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
