package org.dohyo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Holds bodies small everywhere but at the imports, which are streamed and have the server's own, larger limit. */
@ApplicationScoped
public class BodyLimit {

    static final String IMPORT = "/api/admin/votes/import";
    // After the server's own limit (order -2), whose figure it lowers, and before any resource.
    private static final int PRIORITY = 1;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "dohyo.http.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        if (call.normalizedPath().equals(IMPORT)) {
            call.next();
        } else if (declared(call) > limit) {
            refuse(call);
        } else {
            // A chunked body declares no length; whoever reads it stops at this figure.
            call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
            call.next();
        }
    }

    private static long declared(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(RoutingContext call) {
        call.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemResponse.send(call, Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large",
                "The body may have at most " + limit + " bytes."));
    }
}
