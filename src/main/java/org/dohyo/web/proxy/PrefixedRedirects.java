package org.dohyo.web.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Puts the public path before the target of every redirect, whichever part of the application sends it. */
@ApplicationScoped
class PrefixedRedirects {

    /** Before all filters that may send a redirect. */
    private static final int PRIORITY = 1100;

    private final PublicPath path;

    PrefixedRedirects(PublicPath path) {
        this.path = path;
    }

    void register(@Observes Filters filters) {
        if (!path.isRoot()) {
            filters.register(this::listen, PRIORITY);
        }
    }

    private void listen(RoutingContext call) {
        call.addHeadersEndHandler(end -> prefix(call.request(), call.response().headers()));
        call.next();
    }

    private void prefix(HttpServerRequest request, MultiMap headers) {
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION,
                    path.target(location, request.scheme() + "://" + request.authority()));
        }
    }
}
