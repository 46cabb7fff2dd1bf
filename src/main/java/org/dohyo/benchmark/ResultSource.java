package org.dohyo.benchmark;

/** Where a result comes from. */
public enum ResultSource {
    /** Measured by this arena. */
    RUN,
    /** From a file of another tool. */
    IMPORTED,
    /** Typed in by an admin. */
    ENTERED
}
