package org.dohyo.support;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.StatusType;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Builds the RFC 9457 problem documents of refused calls.
 * <p>
 * Each has a stable {@code code} (and the same code in {@code type}) for programs, and a sentence in {@code detail}
 * for people. A refused field is named under {@code violations}, as the validator's own problems do.
 */
public final class Problem {

    private Problem() {
    }

    /**
     * The call can't be served; {@code code} names the reason in kebab-case, {@code detail} explains it in one
     * sentence.
     */
    public static HttpProblem of(StatusType status, String code, String detail) {
        return builder(status, code, detail).build();
    }

    /** As {@link #of(StatusType, String, String)}, with one more member, such as the state that a battle is in. */
    public static HttpProblem of(StatusType status, String code, String detail, String member, Object value) {
        return builder(status, code, detail).with(member, value).build();
    }

    /**
     * A field that breaks a rule.
     *
     * @param message continues a sentence that begins with the field, such as "must be a number"
     */
    public record Violation(String field, String message) {
    }

    /** One field of the request is invalid: 400, the field and the reason under {@code violations}. */
    public static HttpProblem field(StatusType status, String field, String in, String message) {
        return fields(status, in, List.of(new Violation(field, message)));
    }

    /** As {@link #field}, for at least one field; the detail is about the first. */
    public static HttpProblem fields(StatusType status, String in, List<Violation> violations) {
        Violation first = violations.get(0);
        return builder(status, "invalid-" + (in.equals("query") ? "parameter" : "field"),
                first.field() + " " + first.message())
                .with("violations", violations.stream()
                        .map(one -> Map.of("field", one.field(), "in", in, "message", one.message())).toList())
                .build();
    }

    /** The call may be tried again after {@code wait}: adds {@code Retry-After} and {@code retryAfterSeconds}. */
    public static HttpProblem later(StatusType status, String code, String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return builder(status, code, detail)
                .with("retryAfterSeconds", seconds)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .build();
    }

    private static HttpProblem.Builder builder(StatusType status, String code, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:dohyo:problem:" + code))
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail)
                // It is in the caller's language, and may not hold for long.
                .withHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .with("code", code);
    }
}
