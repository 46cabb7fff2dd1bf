package org.dohyo.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.account.AccessRules;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Admits a reader of the meters who has the token and no account. */
@ApplicationScoped
public class MetricsAccess {

    /** Before the rules of access (50). */
    private static final int PRIORITY = 60;
    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;

    MetricsAccess(MetricsConfig config) {
        token = config.token().map(text -> text.getBytes(UTF_8));
        if (token.isPresent() && token.get().length < SHORTEST) {
            throw new IllegalArgumentException("dohyo.metrics.token must have at least " + SHORTEST + " characters");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext call) {
        String given = call.request().getHeader("Authorization");
        if (token.isPresent() && given != null && given.startsWith(SCHEME) && call.normalizedPath().equals("/q/metrics")
                && MessageDigest.isEqual(token.get(), given.substring(SCHEME.length()).strip().getBytes(UTF_8))) {
            AccessRules.admit(call);
        }
        call.next();
    }
}
