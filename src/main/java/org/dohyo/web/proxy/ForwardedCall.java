package org.dohyo.web.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;

/** A request as the client made it to the first proxy or replica, but for the public path's prefix. */
public final class ForwardedCall extends HttpServerRequestWrapper {

    private final SocketAddress address;
    private final String scheme;
    private final HostAndPort authority;
    private final String uri;

    /** @param authority null for a request without one */
    public ForwardedCall(HttpServerRequest request, String address, String scheme, HostAndPort authority) {
        this(request, address, scheme, authority, request.uri());
    }

    /**
     * @param authority null for a request without one
     * @param uri the path and query by which the arena knows what is asked for
     */
    ForwardedCall(HttpServerRequest request, String address, String scheme, HostAndPort authority, String uri) {
        super((HttpServerRequestInternal) request);
        this.uri = uri;
        this.address = SocketAddress.inetSocketAddress(request.remoteAddress().port(), address);
        this.scheme = scheme;
        this.authority = authority;
    }

    @Override
    public SocketAddress remoteAddress() {
        return address;
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public boolean isSSL() {
        return "https".equals(scheme);
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String path() {
        return uri.equals(super.uri()) ? super.path() : uri.split("\\?", 2)[0];
    }

    @Override
    public HostAndPort authority() {
        return authority;
    }

    @Override
    public HostAndPort authority(boolean real) {
        return real ? super.authority(true) : authority;
    }

    @Override
    @Deprecated
    public String host() {
        return authority == null ? null : authority.toString();
    }

    @Override
    public String absoluteURI() {
        return authority == null || !uri().startsWith("/") ? super.absoluteURI() : scheme + "://" + authority + uri();
    }
}
