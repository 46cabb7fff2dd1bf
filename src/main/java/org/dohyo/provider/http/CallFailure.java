package org.dohyo.provider.http;

import org.dohyo.provider.ProviderError.Kind;

/** A small call brought no answer. The message is for an admin; of a body it quotes an error's message at most. */
public final class CallFailure extends RuntimeException {

    private final Kind kind;

    CallFailure(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
