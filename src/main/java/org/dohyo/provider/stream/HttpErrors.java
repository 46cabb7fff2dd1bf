package org.dohyo.provider.stream;

import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClientResponse;

/** Sorts what HTTP, the network and the vendors' own words say into the closed set of kinds. */
public final class HttpErrors {

    /** Google says in the body what others say in a header. */
    private static final Pattern RETRY_DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,6})(?:\\.\\d+)?s\"");
    /** SageMaker's account of what the container answered, or an error's own code within a stream. */
    private static final Pattern INNER_STATUS = Pattern
            .compile("\"(?:originalstatuscode|code|http_status_code)\"\\s*:\\s*\"?([45]\\d\\d)\\b");

    private HttpErrors() {
    }

    /** The error of a response that is no answer. */
    public static ProviderError ofResponse(HttpClientResponse response, String body, Clock clock) {
        int status = response.statusCode();
        String type = Objects.requireNonNullElse(response.getHeader("x-amzn-ErrorType"), "");
        return new ProviderError(ofStatus(status, type, body), "HTTP " + status + " " + body,
                retryAfter(response.getHeader("Retry-After"), body, clock));
    }

    /**
     * @param type how the vendor names the error in a header; empty where it does not
     * @param body the response's body
     */
    public static Kind ofStatus(int status, String type, String body) {
        String words = (type + " " + body).toLowerCase(Locale.ROOT);
        return switch (status) {
            case 401, 403 -> Kind.AUTH;
            case 404 -> Kind.MODEL_NOT_FOUND;
            case 429 -> words.contains("modelnotready") ? Kind.OVERLOADED : Kind.RATE_LIMITED;
            case 503, 529 -> Kind.OVERLOADED;
            case 424 -> inner(words);
            case 400, 413, 422 -> refused(words);
            default -> status >= 500 ? Kind.UPSTREAM_ERROR : status >= 400 ? Kind.BAD_REQUEST : Kind.PROTOCOL;
        };
    }

    /** Some vendors say with a 400 what others have a status for. */
    private static Kind refused(String words) {
        if (tooLong(words)) {
            return Kind.CONTEXT_TOO_LONG;
        }
        if (any(words, "throttl", "servicequotaexceeded")) {
            return Kind.RATE_LIMITED;
        }
        if (any(words, "api_key_invalid", "unrecognizedclient", "expiredtoken", "invalidsignature", "accessdenied")) {
            return Kind.AUTH;
        }
        return any(words, "not found", "model identifier is invalid") ? Kind.MODEL_NOT_FOUND : Kind.BAD_REQUEST;
    }

    private static Kind inner(String words) {
        Matcher code = INNER_STATUS.matcher(words);
        return code.find() && !code.group(1).equals("424") ? ofStatus(Integer.parseInt(code.group(1)), "", words)
                : Kind.UPSTREAM_ERROR;
    }

    private static boolean tooLong(String words) {
        return any(words, "context_length_exceeded", "maximum context", "context length", "context size", "too long",
                "exceeds the maximum number of tokens", "max_new_tokens` must be", "request_too_large");
    }

    /**
     * The error that a stream reports after its start.
     *
     * @param type how the framing names it; empty where it does not
     * @param detail its text
     */
    static StreamFailure inStream(String type, String detail) {
        String words = (type + " " + detail).toLowerCase(Locale.ROOT);
        String told = type.isEmpty() ? detail : type + " " + detail;
        return new StreamFailure(kindInStream(words), told);
    }

    private static Kind kindInStream(String words) {
        Matcher code = INNER_STATUS.matcher(words);
        String status = code.find() ? code.group(1) : "";
        if (status.equals("429") || any(words, "rate_limit", "resource_exhausted", "throttl")) {
            return Kind.RATE_LIMITED;
        }
        if (status.equals("503") || any(words, "overloaded", "unavailable")) {
            return Kind.OVERLOADED;
        }
        if (tooLong(words)) {
            return Kind.CONTEXT_TOO_LONG;
        }
        return any(words, "validationexception", "invalid_request_error") ? Kind.BAD_REQUEST : Kind.UPSTREAM_ERROR;
    }

    private static boolean any(String words, String... parts) {
        return Stream.of(parts).anyMatch(words::contains);
    }

    public static Kind ofCause(Throwable cause) {
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

    /** @return the seconds after which the provider wants to be asked again; null where it names none */
    private static Integer retryAfter(String header, String body, Clock clock) {
        Integer byHeader = retryAfter(header, clock);
        Matcher delay = RETRY_DELAY.matcher(body);
        return byHeader == null && delay.find() ? Integer.valueOf(delay.group(1)) : byHeader;
    }

    /** A Retry-After header is a number of seconds or a date. */
    private static Integer retryAfter(String header, Clock clock) {
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
