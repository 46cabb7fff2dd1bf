package org.dohyo.provider.http;

import org.dohyo.provider.ProviderError.Kind;

/** Why a small call brought no answer; the message is for an admin and quotes no body. */
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
