package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.http.HttpClosedException;

class DisconnectFilterTest {

    private final DisconnectFilter filter = new DisconnectFilter();

    private static LogRecord event(String logger, Throwable thrown) {
        LogRecord event = new LogRecord(Level.SEVERE, "failed");
        event.setLoggerName(logger);
        event.setThrown(thrown);
        return event;
    }

    private static Stream<Throwable> disconnects() {
        return Stream.of(new ClosedChannelException(), new IOException("Broken pipe"),
                new IOException("Connection reset by peer"), new IllegalStateException(new ClosedChannelException()));
    }

    @ParameterizedTest
    @MethodSource("disconnects")
    void disconnect_isLeftOut_whereResponsesAreSent(Throwable disconnect) {
        assertThat(filter.isLoggable(event("http-problem", disconnect))).isFalse();
        assertThat(filter.isLoggable(event("org.jboss.resteasy.reactive.server.handlers.X", disconnect))).isFalse();
    }

    /** As an event stream writes a chunk of several parts to a browser that has just gone. */
    @ParameterizedTest
    @CsvSource({ "io.netty.channel.StacklessClosedChannelException,false", "java.lang.OutOfMemoryError,true" })
    void chunkGivenUpTwice_isLeftOut_onlyIfTheConnectionWasClosed(String failure, boolean logged) {
        LogRecord event = event("io.netty.channel.AbstractChannelHandlerContext",
                new IllegalStateException("refCnt: 0, decrement: 1"));
        event.setMessage("Failed to mark a promise as failure because it has failed already:"
                + " DefaultChannelPromise@4a3c7011(failure: " + failure + "), unnotified cause: …");
        assertThat(filter.isLoggable(event)).isEqualTo(logged);
    }

    @Test
    void uploadThatWasBrokenOff_isLeftOut_whereCallsFail() {
        Throwable brokenOff = new IOException(new HttpClosedException("Connection was closed"));
        assertThat(filter.isLoggable(event("org.dohyo.web.UnservedCalls", brokenOff))).isFalse();
        assertThat(filter.isLoggable(event("org.dohyo.web.UnservedCalls", new IOException("Connection reset"))))
                .isTrue();
    }

    @Test
    void disconnect_isLogged_elsewhere() {
        assertThat(filter.isLoggable(event("org.dohyo.provider", new IOException("Broken pipe")))).isTrue();
    }

    @Test
    void otherFailures_areLogged() {
        assertThat(filter.isLoggable(event("http-problem", new IOException("No space left on device")))).isTrue();
        assertThat(filter.isLoggable(event("http-problem", null))).isTrue();
        assertThat(filter.isLoggable(event(null, new IllegalStateException("x")))).isTrue();
    }
}
