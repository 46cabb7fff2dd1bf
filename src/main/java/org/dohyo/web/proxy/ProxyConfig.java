package org.dohyo.web.proxy;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Reverse proxies before the arena. */
@ConfigMapping(prefix = "dohyo.proxy")
public interface ProxyConfig {

    /**
     * The addresses of the reverse proxies, as addresses or ranges such as `10.0.0.0/8`, separated by commas. Their
     * headers name the client; those of all others are ignored. A range that contains clients lets these choose the
     * address that limits count them by.
     */
    Optional<List<String>> trusted();

    /**
     * The header that these proxies set: `x-forwarded` (X-Forwarded-For, -Proto and -Host) or `forwarded` (RFC 7239).
     * The other one is ignored, since a proxy that does not know it passes on what the client sent.
     */
    @WithDefault("x-forwarded")
    ForwardHeader header();
}
