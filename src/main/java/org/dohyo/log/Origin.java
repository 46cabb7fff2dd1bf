package org.dohyo.log;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.web.proxy.PublicConfig;
import org.dohyo.web.proxy.PublicUrl;

/**
 * The name by which the world tells this log from others: the public address of its tiles without the scheme, such as
 * {@code arena.example/log}.
 */
@ApplicationScoped
class Origin {

    private static final String LOG = "/log";
    private static final int RANDOM_BYTES = 4;

    private final Optional<String> configured;

    Origin(PublicConfig config) {
        configured = config.url().map(PublicUrl::of).map(url -> url.authority() + url.path() + LOG);
    }

    /** The name by {@code dohyo.public.url}; empty without that setting. */
    Optional<String> configured() {
        return configured;
    }

    /** A name for an arena without a public address, so that no two of them have the same. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "arena-" + HexFormat.of().formatHex(bytes) + ".localhost" + LOG;
    }
}
