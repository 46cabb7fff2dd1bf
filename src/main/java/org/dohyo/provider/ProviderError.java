package org.dohyo.provider;

/**
 * The bad end of an answer.
 *
 * @param kind what went wrong
 * @param detail the provider's own words, cut to a bound: for the admin only, since they may name the model
 * @param retryAfterSeconds what the provider asked for, or null
 */
public record ProviderError(Kind kind, String detail, Integer retryAfterSeconds) {

    /** The kinds of errors at an endpoint; some may succeed when retried. */
    public enum Kind {
        AUTH(false),
        MODEL_NOT_FOUND(false),
        RATE_LIMITED(true),
        /** The account behind the key has no credit left. */
        QUOTA(false),
        CONTEXT_TOO_LONG(false),
        BAD_REQUEST(false),
        OVERLOADED(true),
        UPSTREAM_ERROR(true),
        UNREACHABLE(true),
        TLS(false),
        /** The address is one that requests are never sent to. */
        ADDRESS_REFUSED(false),
        TIMEOUT_CONNECT(true),
        TIMEOUT_FIRST(true),
        TIMEOUT_IDLE(true),
        TIMEOUT_TOTAL(true),
        /** The answer was not a stream of this protocol. */
        PROTOCOL(true),
        /** The stream ended without its end marker: what came so far is incomplete. */
        CUT_OFF(true),
        /** The answer had no text. */
        EMPTY(true);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }
    }
}
