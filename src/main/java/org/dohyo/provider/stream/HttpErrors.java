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

    /** How many characters of a provider's words are kept where they may go on for long. */
    static final int MOST_WORDS = 500;

    private HttpErrors() {
    }

    /** The error of a response that is no answer. */
    public static ProviderError ofResponse(HttpClientResponse response, String body, Clock clock) {
        int status = response.statusCode();
        String type = Objects.requireNonNullElse(response.getHeader("x-amzn-ErrorType"), "");
        return new ProviderError(ofStatus(status, type, body), "HTTP " + status + " " + body,
                retryAfter(response, body, clock));
    }

    /**
     * @param type how the vendor names the error in a header; empty where it does not
     * @param body the response's body
     */
    public static Kind ofStatus(int status, String type, String body) {
        String words = words(type, body);
        return switch (status) {
            case 401, 403 -> outOfCredit(words) ? Kind.QUOTA : Kind.AUTH;
            case 402 -> Kind.QUOTA;
            case 404 -> Kind.MODEL_NOT_FOUND;
            case 429 -> limited(words);
            case 503, 529 -> Kind.OVERLOADED;
            case 424 -> inner(words);
            case 400, 413, 422 -> byWords(words, Kind.BAD_REQUEST);
            default -> status >= 500 ? Kind.UPSTREAM_ERROR
                    : status >= 400 ? Kind.BAD_REQUEST : byWords(words, Kind.PROTOCOL);
        };
    }

    private static String words(String type, String text) {
        return (type + " " + text).toLowerCase(Locale.ROOT);
    }

    private static Kind limited(String words) {
        if (words.contains("modelnotready")) {
            return Kind.OVERLOADED;
        }
        return outOfCredit(words) ? Kind.QUOTA : Kind.RATE_LIMITED;
    }

    /** Many servers say with some status, or within a stream, what others have a status for. */
    private static Kind byWords(String words, Kind otherwise) {
        if (outOfCredit(words)) {
            return Kind.QUOTA;
        }
        if (tooLong(words)) {
            return Kind.CONTEXT_TOO_LONG;
        }
        if (any(words, "rate_limit", "rate limit", "resource_exhausted", "throttl", "servicequotaexceeded",
                "too many requests")) {
            return Kind.RATE_LIMITED;
        }
        if (any(words, "api_key_invalid", "invalid_api_key", "incorrect api key", "invalid api key",
                "authentication_error", "unrecognizedclient", "expiredtoken", "invalidsignature", "accessdenied")) {
            return Kind.AUTH;
        }
        return any(words, "model_not_found", "not found", "model identifier is invalid") ? Kind.MODEL_NOT_FOUND
                : otherwise;
    }

    private static boolean outOfCredit(String words) {
        return any(words, "insufficient_quota", "insufficient quota", "insufficient credit", "insufficient balance",
                "insufficient_balance", "insufficient_credit", "insufficient funds", "credit balance", "out of credit",
                "no credit", "not enough credit", "billing_hard_limit", "billing hard limit", "payment required",
                "arrearage", "exceeded_current_quota");
    }

    private static Kind inner(String words) {
        Matcher code = INNER_STATUS.matcher(words);
        return code.find() && !code.group(1).equals("424") ? ofStatus(Integer.parseInt(code.group(1)), "", words)
                : byWords(words, Kind.UPSTREAM_ERROR);
    }

    private static boolean tooLong(String words) {
        return any(words, "context_length_exceeded", "maximum context", "context length", "context size",
                "context_size", "context window", "too long", "exceeds the maximum number of tokens",
                "max_new_tokens` must be", "request_too_large");
    }

    /**
     * The error that a stream reports after its start.
     *
     * @param type how the framing names it; empty where it does not
     * @param detail its text
     */
    public static StreamFailure inStream(String type, String detail) {
        return new StreamFailure(kindInStream(words(type, detail)), type.isEmpty() ? detail : type + " " + detail);
    }

    private static Kind kindInStream(String words) {
        if (any(words, "overloaded", "unavailable")) {
            return Kind.OVERLOADED;
        }
        Kind byWords = byWords(words, Kind.UPSTREAM_ERROR);
        if (byWords != Kind.UPSTREAM_ERROR) {
            return byWords;
        }
        if (any(words, "validationexception", "invalid_request_error")) {
            return Kind.BAD_REQUEST;
        }
        Matcher code = INNER_STATUS.matcher(words);
        return code.find() ? ofStatus(Integer.parseInt(code.group(1)), "", words) : Kind.UPSTREAM_ERROR;
    }

    /**
     * The error of a stream that is over without an end.
     *
     * @param begun whether any text came
     * @param skipped what came and was no part of an answer
     */
    static StreamFailure unfinished(boolean begun, String skipped) {
        String reason = begun ? "the stream ended without a reason to finish: " : "this is no answer: ";
        return new StreamFailure(byWords(words("", skipped), begun ? Kind.CUT_OFF : Kind.PROTOCOL),
                reason + start(skipped));
    }

    /** The first characters of a text, enough for an admin to see what it says. */
    static String start(String text) {
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
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

    /** The seconds after which the provider wants to be asked again; null where it names none. */
    private static Integer retryAfter(HttpClientResponse response, String body, Clock clock) {
        Integer byHeader = retryAfter(response.getHeader("Retry-After"), clock);
        Matcher delay = RETRY_DELAY.matcher(body);
        return byHeader == null && delay.find() ? Integer.valueOf(delay.group(1)) : byHeader;
    }

    /** A Retry-After header is a number of seconds, which some servers write with a fraction, or a date. */
    private static Integer retryAfter(String header, Clock clock) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        if (value.matches("\\d{1,15}(\\.\\d{1,15})?s?")) {
            return (int) Math.min(Integer.MAX_VALUE, Math.ceil(Double.parseDouble(value.replace("s", ""))));
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
