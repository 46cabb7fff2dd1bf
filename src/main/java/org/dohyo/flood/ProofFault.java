package org.dohyo.flood;

import java.util.Locale;

/** Why a proof of work is refused. */
enum ProofFault {
    REQUIRED("Very many prompts and votes are coming in: please solve this challenge and send the call again."),
    WRONG("This is not the solution of a challenge of this arena."),
    EXPIRED("The challenge has expired."),
    FOREIGN("The challenge was given to somebody else."),
    USED("The challenge has already been used.");

    private final String detail;

    ProofFault(String detail) {
        this.detail = detail;
    }

    /** The code of the problem document. */
    String code() {
        return "proof-" + name().toLowerCase(Locale.ROOT);
    }

    String detail() {
        return detail;
    }
}
