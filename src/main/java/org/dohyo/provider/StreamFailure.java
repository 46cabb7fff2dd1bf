package org.dohyo.provider;

import org.dohyo.provider.ProviderError.Kind;

/** Ends the reading of an answer; carries what the sink is to be told. */
final class StreamFailure extends RuntimeException {

    private final transient ProviderError error;

    StreamFailure(Kind kind, String detail) {
        super(detail, null, false, false);
        this.error = new ProviderError(kind, detail, null);
    }

    ProviderError error() {
        return error;
    }
}
