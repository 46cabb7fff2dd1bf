package org.dohyo.dataset.release;

/** Why the arena itself withdrew a release. */
public enum WithdrawalCause {

    /** A text in it was deleted by its voter or erased by a moderator. */
    ERASED {
        @Override
        String in(ReleaseMessages words) {
            return words.textErased();
        }
    },
    /** A voter has kept one of its conversations out of public data since. */
    WITHHELD {
        @Override
        String in(ReleaseMessages words) {
            return words.conversationWithheld();
        }
    };

    abstract String in(ReleaseMessages words);
}
