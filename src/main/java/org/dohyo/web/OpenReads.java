package org.dohyo.web;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Allows other sites to read public data that is the same for everyone. It accepts no cookies from them, and no data of
 * a voter or an admin is below these addresses.
 */
@ApplicationScoped
public class OpenReads {

    /** After the security headers, before any resource. */
    private static final int PRIORITY = 900;
    private static final List<String> OPEN = List.of("/api/leaderboard", "/api/categories", "/api/models", "/api/log",
            "/api/benchmarks", "/log");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String ONE_DAY = "86400";

    void register(@Observes Filters filters) {
        filters.register(OpenReads::check, PRIORITY);
    }

    private static void check(RoutingContext call) {
        String method = call.request().method().name();
        if (!isOpen(call.normalizedPath())) {
            call.next();
        } else if (READING.contains(method)) {
            MultiMap headers = call.response().headers();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", "ETag");
            call.next();
        } else if (method.equals("OPTIONS") && call.request().getHeader("Access-Control-Request-Method") != null) {
            call.response().setStatusCode(204).putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Access-Control-Allow-Methods", "GET, HEAD")
                    .putHeader("Access-Control-Allow-Headers", "If-None-Match, Accept")
                    .putHeader("Access-Control-Max-Age", ONE_DAY).end();
        } else {
            call.next();
        }
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
