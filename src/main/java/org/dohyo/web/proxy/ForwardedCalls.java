package org.dohyo.web.proxy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Routes a call that comes through trusted proxies as if the client had made it directly, so that limits, cookies,
 * links and guards need to know nothing of proxies. Quarkus' own handling believes the left-most address of the header,
 * which clients write. A call below the public path loses its prefix here, wherever it comes from.
 */
@ApplicationScoped
public class ForwardedCalls {

    private static final Logger LOG = Logger.getLogger(ForwardedCalls.class);
    private static final String ROUTED = "dohyo.forwarded";

    private final TrustedProxies proxies;
    private final ForwardHeader header;
    private final Optional<PublicUrl> home;
    private final PublicPath path;
    private final AtomicBoolean warned = new AtomicBoolean();

    ForwardedCalls(ProxyConfig config, PublicConfig arena, PublicPath path) {
        this.path = path;
        proxies = TrustedProxies.of(config.trusted().orElse(List.of()));
        header = config.header();
        home = PublicUrl.of(arena);
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(call -> route(call, router));
    }

    private void route(RoutingContext call, Router router) {
        HttpServerRequest request = call.request();
        SocketAddress peer = request.connection().remoteAddress();
        if (peer == null || peer.hostAddress() == null || isRouted(call)) {
            call.next();
            return;
        }
        List<ForwardHeader.Hop> hops = header.hops(request.headers());
        boolean trusted = !hops.isEmpty() && proxies.contain(peer.hostAddress());
        if (!hops.isEmpty() && !trusted) {
            warn(peer);
        }
        String uri = path.own(request.uri());
        if (trusted) {
            route(call, router, forwarded(request, peer, hops, uri));
        } else if (!uri.equals(request.uri())) {
            route(call, router, new ForwardedCall(request, peer.hostAddress(), request.scheme(), request.authority(),
                    uri));
        } else {
            call.next();
        }
    }

    /** True if the call has taken its client's address, scheme and host already. */
    public static boolean isRouted(RoutingContext call) {
        return call.vertx().getOrCreateContext().getLocal(ROUTED) != null;
    }

    /** Routes the call again, as its client made it. */
    public static void route(RoutingContext call, Router router, ForwardedCall forwarded) {
        call.vertx().getOrCreateContext().putLocal(ROUTED, true);
        router.handle(forwarded);
    }

    private ForwardedCall forwarded(HttpServerRequest request, SocketAddress peer, List<ForwardHeader.Hop> hops,
            String uri) {
        ForwardedChain.Client client = new ForwardedChain(hops, proxies).client(peer.hostAddress());
        String scheme = home.map(PublicUrl::scheme).or(client::scheme).orElse(request.scheme());
        // A proxy that names no host may have put its own name for the arena into the header Host.
        HostAndPort authority = client.host().or(() -> home.map(PublicUrl::authority))
                .map(host -> HostAndPort.parseAuthority(host, -1)).orElse(request.authority());
        return new ForwardedCall(request, client.address(), scheme, authority, uri);
    }

    private void warn(SocketAddress peer) {
        if (warned.compareAndSet(false, true)) {
            LOG.warnf("%s came from %s, which dohyo.proxy.trusted does not contain: it is ignored. If that is your "
                    + "reverse proxy, set DOHYO_PROXY_TRUSTED; without it limits count all voters as one network.",
                    header.header(), peer.hostAddress());
        }
    }
}
