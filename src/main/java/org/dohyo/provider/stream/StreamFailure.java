package org.dohyo.provider.stream;

import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;

/** Ends the reading of an answer; carries the error for the sink. */
public final class StreamFailure extends RuntimeException {

    private final transient ProviderError error;

    public StreamFailure(Kind kind, String detail) {
        super(detail, null, false, false);
        this.error = new ProviderError(kind, detail, null);
    }

    public ProviderError error() {
        return error;
    }
}
