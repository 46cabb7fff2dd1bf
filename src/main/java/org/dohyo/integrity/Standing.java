package org.dohyo.integrity;

/** What becomes of votes that have something in common. */
public enum Standing {

    /** They count. */
    CLEAN,
    /** The newcomers of a day, some of whom are looked at more closely; all count. */
    SUSPECTED,
    /** They have no weight until somebody has reviewed them. */
    QUARANTINED,
    /** They don't count. */
    EXCLUDED,
    /** They count: a person has said so, and the arena leaves it at that. */
    CLEARED;

    /** True if the votes are held back. */
    boolean holds() {
        return this == QUARANTINED || this == EXCLUDED;
    }
}
