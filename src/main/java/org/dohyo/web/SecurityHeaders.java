package org.dohyo.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.support.Hashes;
import org.dohyo.web.proxy.PrefixedTemplates;
import org.dohyo.web.proxy.PublicPath;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends the content security policy: a page may do nothing inline and load nothing from elsewhere, and only /embed may
 * be framed. Over https it also asks browsers to come by https from then on, unless it shares the host: then that
 * promise isn't the arena's to make. The headers that are the same everywhere are configured as
 * {@code quarkus.http.header}.
 */
@ApplicationScoped
public class SecurityHeaders {

    /** Before the guard, so that refusals carry the headers too. */
    private static final int PRIORITY = 1000;

    private static final String START = "default-src 'none'; script-src 'self'";
    private static final String POLICY = "; worker-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; connect-src 'self'; "
            + "font-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; "
            + "require-trusted-types-for 'script'; trusted-types dompurify proof; frame-ancestors ";

    private final boolean alone;
    private final String policy;

    SecurityHeaders(PublicPath path) {
        alone = path.isRoot();
        policy = START + (alone ? "" : " '" + hash(PrefixedTemplates.importMap(path)) + "'") + POLICY;
    }

    private static String hash(String script) {
        byte[] bytes = Hashes.sha256(script.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, PRIORITY);
    }

    private void add(RoutingContext call) {
        boolean embed = call.normalizedPath().startsWith("/embed/");
        call.response().headers().set("Content-Security-Policy", policy + (embed ? "*" : "'none'"));
        if (alone && "https".equals(call.request().scheme())) {
            call.response().headers().set("Strict-Transport-Security", "max-age=31536000");
        }
        call.next();
    }
}
