package org.dohyo.web;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Limits the size of request bodies. Addresses that accept files have their own, larger limits. */
@ApplicationScoped
public class BodyLimit {

    /** The server's own limit, quarkus.http.limits.max-body-size, which it holds without a word. */
    private static final long MOST = 4L << 30;
    // Votes are streamed. Results are checked as a whole first, so they are kept in memory.
    private static final Map<String, Long> FILES = Map.of("/api/admin/votes/import", MOST,
            "/api/admin/benchmarks/import", 32L << 20, "/api/admin/benchmarks/questions", 32L << 20,
            "/api/admin/yardsticks", 8L << 20);
    // Read record by record.
    private static final Pattern OF_PROJECTS = Pattern.compile("/api/admin/projects/[^/]+/(?:prompts|answers|gold)");
    private static final long LARGEST_OF_PROJECTS = 256L << 20;
    // Before the server's own limit (order -2), and after it, to lower its figure; both before any resource.
    private static final int BEFORE = 3;
    private static final int AFTER = 1;

    private final long limit;
    private final Function<HttpServerRequest, RequestMessages> words;

    @Inject
    BodyLimit(HttpConfig config, Languages languages) {
        this(config.maxBodySize(), languages::words);
    }

    BodyLimit(MemorySize limit, Function<HttpServerRequest, RequestMessages> words) {
        this.limit = limit.asLongValue();
        this.words = words;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE);
        filters.register(this::lower, AFTER);
    }

    private void check(RoutingContext call) {
        long most = most(call);
        if (declared(call) > most) {
            refuse(call, most);
        } else {
            call.next();
        }
    }

    /** A chunked body declares no length; reading it stops at this limit. */
    private void lower(RoutingContext call) {
        call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most(call));
        call.next();
    }

    private long most(RoutingContext call) {
        String path = call.normalizedPath();
        return OF_PROJECTS.matcher(path).matches() ? LARGEST_OF_PROJECTS : FILES.getOrDefault(path, limit);
    }

    /** True if the body may be of any type there. */
    static boolean takesFiles(String path) {
        return FILES.containsKey(path) || OF_PROJECTS.matcher(path).matches();
    }

    private static long declared(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(RoutingContext call, long most) {
        call.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemResponse.send(call, Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large",
                words.apply(call.request()).largerBody(most)));
    }
}
