package org.dohyo.replica;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.web.proxy.ForwardedCall;
import org.dohyo.web.proxy.ForwardedCalls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Passes a caller's request on to the replica that can answer it, and admits such requests of others: they are served
 * as if the caller had come here, with its address, scheme and host.
 */
@ApplicationScoped
public class PeerCalls {

    private static final String TOKEN = "Dohyo-Replica";
    private static final String CLIENT = "Dohyo-Client";
    private static final String SCHEME = "Dohyo-Scheme";
    private static final String AUTHORITY = "Dohyo-Authority";
    private static final int CONNECT_MILLIS = 1_000;
    /** One for each event stream that is passed on. */
    private static final int MOST_CONNECTIONS = 10_000;

    private final Replicas replicas;
    private final HttpClient client;

    PeerCalls(Replicas replicas, Vertx vertx) {
        this.replicas = replicas;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(MOST_CONNECTIONS).setDecompressionSupported(false));
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(call -> admit(call, router));
    }

    private void admit(RoutingContext call, Router router) {
        HttpServerRequest request = call.request();
        String token = request.getHeader(TOKEN);
        if (token == null || ForwardedCalls.isRouted(call) || !replicas.admits(token)) {
            call.next();
            return;
        }
        String authority = request.getHeader(AUTHORITY);
        ForwardedCalls.route(call, router, new ForwardedCall(request, request.getHeader(CLIENT),
                request.getHeader(SCHEME), authority == null ? null : HostAndPort.parseAuthority(authority, -1)));
    }

    /** True if another replica passed the call on: it must not be passed on again. */
    public boolean isPassedOn(RoutingContext call) {
        String token = call.request().getHeader(TOKEN);
        return token != null && replicas.admits(token);
    }

    /**
     * Passes the call on and its answer back, as it comes. The request must be paused and untouched. Fails, with
     * nothing sent, if the replica can't be reached.
     */
    public Future<Void> passOn(RoutingContext call, Replicas.Peer peer) {
        URI url = URI.create(peer.url());
        return client.request(new RequestOptions().setHost(url.getHost()).setPort(url.getPort())
                .setMethod(call.request().method()).setURI(call.request().uri()))
                .map(open -> {
                    send(call.request(), open, peer.token());
                    return null;
                });
    }

    private void send(HttpServerRequest request, HttpClientRequest open, String token) {
        HttpProxy.reverseProxy(client).origin(context -> Future.succeededFuture(open))
                .addInterceptor(new Headers(request, token)).handle(request);
    }

    /** Names the caller to the other replica; what a client or a proxy has named is already part of that. */
    private record Headers(HttpServerRequest caller, String token) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            for (String header : new String[] { "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
                    "X-Forwarded-Port", "X-Forwarded-Server" }) {
                request.headers().remove(header);
            }
            request.putHeader(TOKEN, token).putHeader(CLIENT, caller.remoteAddress().hostAddress())
                    .putHeader(SCHEME, caller.scheme());
            if (caller.authority() == null) {
                request.headers().remove(AUTHORITY);
            } else {
                request.putHeader(AUTHORITY, caller.authority().toString());
            }
            return context.sendRequest();
        }

        /** Where the other replica breaks off, the caller must see that too: its browser then connects anew. */
        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            // The guards of this replica have set theirs already.
            caller.response().headers().names().forEach(context.response().headers()::remove);
            return context.sendResponse().onFailure(broken -> caller.response().reset());
        }
    }
}
