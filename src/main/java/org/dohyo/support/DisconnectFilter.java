package org.dohyo.support;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

import io.quarkus.logging.LoggingFilter;

/** Leaves out of the log that a browser closed its connection before the response was sent: nothing is wrong then. */
@LoggingFilter(name = "disconnects")
public final class DisconnectFilter implements Filter {

    private static final Pattern SENT_BY = Pattern
            .compile("http-problem|org\\.jboss\\.resteasy\\..*|io\\.quarkus\\.vertx\\.http\\..*");
    private static final Pattern CLOSED = Pattern
            .compile("Broken pipe|Connection reset.*|Connection was closed|Response has already been written");

    /**
     * The first part of a chunk met the closed connection, and the server ended the response while the other parts were
     * still on their way: Netty gives those up twice.
     */
    private static final String GIVEN_UP_BY = "io.netty.channel.AbstractChannelHandlerContext";
    private static final Pattern GIVEN_UP_TWICE = Pattern.compile(
            "Failed to mark a promise as failure because it has failed already: "
                    + "[^(]+\\(failure: \\S*ClosedChannelException\\)");

    @Override
    public boolean isLoggable(LogRecord event) {
        String logger = event.getLoggerName();
        if (logger == null) {
            return true;
        }
        if (logger.equals(GIVEN_UP_BY)) {
            return event.getMessage() == null || !GIVEN_UP_TWICE.matcher(event.getMessage()).lookingAt();
        }
        return !SENT_BY.matcher(logger).matches() || !isDisconnect(event.getThrown());
    }

    private static boolean isDisconnect(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean closed = cause instanceof IOException && cause.getMessage() != null
                    && CLOSED.matcher(cause.getMessage()).lookingAt();
            if (closed || cause instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }
}
