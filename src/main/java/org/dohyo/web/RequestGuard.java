package org.dohyo.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.ArenaAddress;
import org.dohyo.support.Problem;
import org.dohyo.web.proxy.ProxyConfig;
import org.dohyo.web.proxy.PublicConfig;
import org.dohyo.web.proxy.PublicUrl;
import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Rejects cross-site calls that change state: another site can make a visitor's browser send them, with the cookie or
 * remembered Basic credentials. It runs before authentication, so such a call doesn't even cost a password check.
 */
@ApplicationScoped
public class RequestGuard {

    /** Above authentication (200): the higher number comes first. */
    private static final int PRIORITY = 900;
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private static final Logger LOG = Logger.getLogger(RequestGuard.class);

    private final Predicate<String> served;
    private final Function<HttpServerRequest, RequestMessages> words;
    private final AtomicBoolean warned = new AtomicBoolean();

    @Inject
    RequestGuard(PublicConfig config, ProxyConfig proxies, ArenaAddress own, Languages languages) {
        this(config.url().map(PublicUrl::of), own.isLoopback() && proxies.trusted().isEmpty(), languages::words);
    }

    /**
     * @param home the arena's own address
     * @param loopback true if it is for readers on this machine alone; else every name is served without a home
     */
    RequestGuard(Optional<PublicUrl> home, boolean loopback, Function<HttpServerRequest, RequestMessages> words) {
        this.words = words;
        this.served = home.<Predicate<String>> map(url -> url::serves)
                .orElse(loopback ? PublicUrl::isFixed : name -> true);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (isStrangeHost(call)) {
            warn();
            ProblemResponse.send(call, Problem.of(Status.FORBIDDEN, "unknown-host",
                    words.apply(request).unknownHost()));
        } else if (!CHANGING.contains(request.method().name())) {
            call.next();
        } else if (crossSite(request)) {
            warn();
            ProblemResponse.send(call, Problem.of(Status.FORBIDDEN, "cross-site",
                    words.apply(request).crossSite()));
        } else if (hasBody(request) && !typeAllowed(call)) {
            ProblemResponse.send(call, Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "not-json",
                    words.apply(request).notJson()));
        } else {
            call.next();
        }
    }

    /** A page of another site may call us by a name of its own that it lets point here. Probes use an address. */
    private boolean isStrangeHost(RoutingContext call) {
        HttpServerRequest request = call.request();
        return !request.path().startsWith("/q/")
                && !served.test(request.authority() == null ? "" : request.authority().host());
    }

    /** Once: a proxy in front may be set up without the arena knowing of it. */
    private void warn() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("A call was refused because of the name in its address or the site it came from. If readers come"
                    + " by a proxy, set DOHYO_PUBLIC_URL to the address that they type.");
        }
    }

    private static boolean crossSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null && !OWN_SITE.contains(site)
                || origin != null && !sameHost(origin, request);
    }

    private static boolean sameHost(String origin, HttpServerRequest request) {
        if (request.authority() == null) {
            return false;
        }
        try {
            URI from = URI.create(origin);
            String scheme = from.getScheme();
            return from.getHost() != null && from.getHost().equalsIgnoreCase(request.authority().host())
                    && port(scheme, from.getPort()) == port(scheme, request.authority().port());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(String scheme, int port) {
        return port >= 0 ? port : "https".equals(scheme) ? 443 : 80;
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length != null) {
            return !length.equals("0");
        }
        // HTTP/2 can send a body without announcing it in a header.
        return request.getHeader("Transfer-Encoding") != null
                || request.version() == HttpVersion.HTTP_2 && request.getHeader("Content-Type") != null;
    }

    private static boolean typeAllowed(RoutingContext call) {
        String path = call.normalizedPath();
        if (BodyLimit.takesFiles(path)) {
            return true;
        }
        String type = call.request().getHeader("Content-Type");
        return type != null && type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
