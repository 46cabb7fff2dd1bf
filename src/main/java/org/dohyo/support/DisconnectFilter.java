package org.dohyo.support;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;

/**
 * Leaves out of the log that a browser closed its connection before it had sent its body, or was sent the response:
 * nothing is wrong then.
 */
@LoggingFilter(name = "disconnects")
public final class DisconnectFilter implements Filter {

    private static final Pattern SENT_BY = Pattern
            .compile("http-problem|org\\.jboss\\.resteasy\\..*|io\\.quarkus\\.vertx\\.http\\..*");
    private static final Pattern CLOSED = Pattern
            .compile("Broken pipe|Connection reset.*|Connection was closed|Response has already been written");

    /** There a lost connection may be the database's, too. */
    private static final String CALLS = "org.dohyo.web.";

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
        if (logger.startsWith(CALLS)) {
            return causes(event.getThrown()).noneMatch(HttpClosedException.class::isInstance);
        }
        return !SENT_BY.matcher(logger).matches()
                || causes(event.getThrown()).noneMatch(DisconnectFilter::isDisconnect);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    private static boolean isDisconnect(Throwable cause) {
        return cause instanceof ClosedChannelException
                || cause instanceof IOException && cause.getMessage() != null
                        && CLOSED.matcher(cause.getMessage()).lookingAt();
    }
}
