package org.dohyo.web.proxy;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The arena's place in the world. */
@ConfigMapping(prefix = "dohyo.public")
public interface PublicConfig {

    /**
     * The address of the arena as its readers know it, such as `https://arena.example`, or `https://example.org/arena`
     * where it shares a host. Calls by another host name are refused, so that no other site can point a name of its own
     * at an arena in a private network; addresses in figures and `localhost` remain. Behind trusted proxies it stands
     * in links and decides about secure cookies. It also names the signed log: another address makes it another log to
     * its verifiers. Without it every name is accepted, unless the arena listens on a loopback address alone and trusts
     * no proxy: then only those.
     */
    Optional<String> url();
}
