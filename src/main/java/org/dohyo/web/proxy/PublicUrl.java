package org.dohyo.web.proxy;

import java.net.URI;
import java.util.Optional;

import io.smallrye.common.net.Inet;

/** The address of the arena as its readers know it. */
public record PublicUrl(String scheme, String authority, String host) {

    /** @throws IllegalArgumentException if the text is no address of a site */
    public static PublicUrl of(String text) {
        URI url = URI.create(text.strip());
        boolean site = url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null
                && url.getRawFragment() == null && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
        if (!site || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(text);
        }
        return new PublicUrl(url.getScheme(), url.getAuthority(), url.getHost());
    }

    static Optional<PublicUrl> of(PublicConfig config) {
        return config.url().map(PublicUrl::of);
    }

    /** True for the arena's own name and for {@link #isFixed} ones. */
    public boolean serves(String name) {
        return host.equalsIgnoreCase(name) || isFixed(name);
    }

    /** True for names that no other site can point at an address of its choice: {@code localhost}, and addresses. */
    public static boolean isFixed(String name) {
        return "localhost".equalsIgnoreCase(name)
                || Inet.parseInetAddress(name.replaceAll("[\\[\\]]", "")) != null;
    }
}
