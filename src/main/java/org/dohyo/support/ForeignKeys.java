package org.dohyo.support;

/**
 * Whether PostgreSQL looks up for each new row if the rows exist that it refers to. Statements that take these
 * references from a join with the very rows need not have it done: for a large import it takes more time than the rows
 * themselves. Superusers may leave it out, as in the embedded database, and users who were granted the parameter; for
 * others these statements change nothing.
 */
public final class ForeignKeys {

    /** Looks up nothing, to the end of the transaction or until {@link #LOOK_UP}. */
    public static final String TRUST = role("replica");
    public static final String LOOK_UP = role("origin");

    private ForeignKeys() {
    }

    private static String role(String role) {
        return "select set_config('session_replication_role', '" + role
                + "', true) where has_parameter_privilege('session_replication_role', 'SET')";
    }
}
