package org.dohyo.model;

/**
 * How many models an arena has at most, retired ones among them. Whoever adds some checks it under the lock, so that no
 * two pass it together. An arena that has more from former times keeps them.
 */
public final class ModelLimit {

    /** A board compares each model with each other, so that its time and memory grow faster than their number. */
    public static final int MOST = 500;

    /** Held until the transaction ends; it is only taken where a model is new. */
    static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('dohyo.models'))";

    private ModelLimit() {
    }
}
