package org.dohyo.provider;

import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.dohyo.provider.ProviderError.Kind;

import io.netty.channel.ConnectTimeoutException;

/** Sorts what HTTP and the network say into the closed set of kinds. */
final class HttpErrors {

    private HttpErrors() {
    }

    static Kind ofStatus(int status, String body) {
        return switch (status) {
            case 401, 403 -> Kind.AUTH;
            case 404 -> Kind.MODEL_NOT_FOUND;
            case 429 -> Kind.RATE_LIMITED;
            case 503, 529 -> Kind.OVERLOADED;
            case 400, 413, 422 -> tooLong(body) ? Kind.CONTEXT_TOO_LONG : Kind.BAD_REQUEST;
            default -> status >= 500 || status == 424 ? Kind.UPSTREAM_ERROR
                    : status >= 400 ? Kind.BAD_REQUEST : Kind.PROTOCOL;
        };
    }

    private static boolean tooLong(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        return Stream.of("context_length_exceeded", "maximum context", "context length", "too long").anyMatch(lower::contains);
    }

    static Kind ofCause(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof ConnectTimeoutException) {
                return Kind.TIMEOUT_CONNECT;
            }
            if (t instanceof SSLException) {
                return Kind.TLS;
            }
            if (t instanceof UnknownHostException) {
                return Kind.UNREACHABLE;
            }
        }
        return Kind.UNREACHABLE;
    }

    /** @return the seconds that a Retry-After header asks for, given as a number or as a date; null if it has neither */
    static Integer retryAfter(String header, Clock clock) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        if (value.matches("\\d{1,9}")) {
            return Integer.valueOf(value);
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            long millis = Duration.between(clock.instant(), at).toMillis();
            return (int) Math.min(Integer.MAX_VALUE, Math.max(0, (millis + 999) / 1000));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
