package org.dohyo.web.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.common.net.Inet;

/**
 * The way of a call through proxies, read from its end: each trusted proxy vouches for the address before it, and the
 * first address that is no trusted proxy's is the client's. What stands further left, the client may have written
 * itself (<a href="https://github.com/quarkusio/quarkus/issues/45005">quarkus#45005</a>).
 */
record ForwardedChain(List<ForwardHeader.Hop> hops, TrustedProxies proxies) {

    /** An IPv6 address stands in brackets if a port follows. */
    private static final Pattern WITH_PORT = Pattern
            .compile("\\[([0-9A-Fa-f:.]{2,45})](?::\\d{1,5})?|([0-9.]{7,15}):\\d{1,5}");
    private static final Pattern HOST = Pattern
            .compile("(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    /**
     * The client as trusted proxies describe it.
     *
     * @param scheme {@code http} or {@code https}, if a proxy says so
     * @param host with the port, if a proxy says so
     */
    record Client(String address, Optional<String> scheme, Optional<String> host) {
    }

    /** @param peer the address of the trusted proxy at the other end of the connection */
    Client client(String peer) {
        Client client = new Client(peer, Optional.empty(), Optional.empty());
        for (int i = hops.size() - 1; i >= 0; i--) {
            ForwardHeader.Hop hop = hops.get(i);
            Optional<InetAddress> address = address(hop.address());
            client = new Client(address.map(Inet::toOptimalString).orElse(client.address()),
                    hop.scheme().map(scheme -> scheme.toLowerCase(Locale.ROOT)).filter(ForwardedChain::isWeb),
                    hop.host().filter(host -> HOST.matcher(host).matches()));
            if (address.isEmpty() || !proxies.contain(address.get())) {
                return client;
            }
        }
        return client;
    }

    private static boolean isWeb(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    private static Optional<InetAddress> address(String text) {
        Matcher port = WITH_PORT.matcher(text);
        String plain = !port.matches() ? text : port.group(1) == null ? port.group(2) : port.group(1);
        return Optional.ofNullable(Inet.parseInetAddress(plain));
    }
}
