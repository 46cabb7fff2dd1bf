package org.dohyo.support;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Tells failures because the database can't be reached, which pass by themselves, from all others. */
public final class DatabaseAway {

    private static final int MOST = 100;

    private DatabaseAway() {
    }

    public static boolean isCauseOf(Throwable failure) {
        return away(failure).isPresent();
    }

    /** One line for the log. */
    public static String reason(Throwable failure) {
        return away(failure).map(Throwable::getMessage).orElse("");
    }

    /** Searches causes and suppressed failures alike: a commit that fails has its reason below a suppressed one. */
    private static Optional<SQLException> away(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        for (int i = 0; i < MOST && !open.isEmpty(); i++) {
            Throwable next = open.remove();
            if (next instanceof SQLException sql && isAway(sql)) {
                return Optional.of(sql);
            }
            Optional.ofNullable(next.getCause()).ifPresent(open::add);
            open.addAll(List.of(next.getSuppressed()));
        }
        return Optional.empty();
    }

    /**
     * Class 08 is a lost connection, 53300 too many of them, 57P01 to 57P04 a server that stops, starts or recovers,
     * 25006 one that is a standby now. The pool's failures to give a connection have no state.
     */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? isOfThePool(failure)
                : state.startsWith("08") || state.startsWith("57P") || state.equals("53300") || state.equals("25006");
    }

    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("io.agroal.");
    }
}
