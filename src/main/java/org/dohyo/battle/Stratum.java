package org.dohyo.battle;

/** Where the first prompt of a battle came from. */
public enum Stratum {
    /** The voter wrote it. */
    OWN,
    /** It is one of those that the page suggests, as it stands there: many voters send the same. */
    SUGGESTED
}
