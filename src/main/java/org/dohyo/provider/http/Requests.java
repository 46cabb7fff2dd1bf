package org.dohyo.provider.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** Requests to an address that was checked, under the name that it was looked up by. */
final class Requests {

    private Requests() {
    }

    /** No redirect is followed: it would lead to an address that nobody checked. */
    static RequestOptions to(HttpMethod method, URI url, InetAddress address, Map<String, String> headers) {
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost()).setPort(port).setSsl(tls)
                .setURI(url.getRawPath() + query)
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }
}
