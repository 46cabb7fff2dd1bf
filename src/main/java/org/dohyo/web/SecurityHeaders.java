package org.dohyo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends the content security policy: a page may do nothing inline and load nothing from elsewhere, and only /embed may
 * be
 * framed. Over https it also asks browsers to come by https from then on. The headers that are the same everywhere are
 * configured as {@code quarkus.http.header}.
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
        call.response().headers().set("Content-Security-Policy", POLICY + (embed ? "*" : "'none'"));
        if ("https".equals(call.request().scheme())) {
            call.response().headers().set("Strict-Transport-Security", "max-age=31536000");
        }
        call.next();
    }
}
