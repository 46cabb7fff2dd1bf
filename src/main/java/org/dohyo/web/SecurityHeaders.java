package org.dohyo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Restricts what our pages may do in browsers: nothing inline, nothing from other hosts, and no framing except of
 * /embed.
 */
@ApplicationScoped
public class SecurityHeaders {

    /** Before the guard, so that refusals carry the headers too. */
    private static final int PRIORITY = 1000;

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; "
            + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; "
            + "require-trusted-types-for 'script'; trusted-types dompurify; frame-ancestors ";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, PRIORITY);
    }

    private static void add(RoutingContext call) {
        boolean embed = call.normalizedPath().startsWith("/embed/");
        MultiMap headers = call.response().headers();
        headers.set("Content-Security-Policy", POLICY + (embed ? "*" : "'none'"));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        call.next();
    }
}
