package org.dohyo.web;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Tells failures because the database can't be reached, which pass by themselves, from all others. */
final class DatabaseAway {

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int DEPTH = 20;

    private DatabaseAway() {
    }

    static HttpProblem problem() {
        return Problem.later(Status.SERVICE_UNAVAILABLE, "database-away",
                "The database can't be reached now. Nothing was stored; please try again.", RETRY);
    }

    static boolean isCauseOf(Throwable failure) {
        return away(failure).isPresent();
    }

    /** One line for the log. */
    static String reason(Throwable failure) {
        return away(failure).map(Throwable::getMessage).orElse("");
    }

    private static Optional<SQLException> away(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEPTH)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .filter(SQLException.class::isInstance).map(SQLException.class::cast)
                .filter(DatabaseAway::isConnectionLost).findFirst();
    }

    /**
     * Class 08 is a lost connection, 53300 too many of them, 57P01 to 57P04 a server that stops, starts or recovers.
     * The pool's failures to give a connection have no state.
     */
    private static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? isOfThePool(failure)
                : state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("io.agroal.");
    }
}
