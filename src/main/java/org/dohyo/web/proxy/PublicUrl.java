package org.dohyo.web.proxy;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.common.net.Inet;

/**
 * The address of the arena as its readers know it.
 *
 * @param path the prefix of all its pages, such as {@code /arena}; empty if the arena has the host to itself
 */
public record PublicUrl(String scheme, String authority, String host, String path) {

    /** Nothing that is encoded, and no segment that a browser or a proxy would resolve. */
    private static final Pattern PATH = Pattern.compile("((?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)/?");

    /** The first segments of the arena's own addresses. */
    private static final Set<String> OWN = Set.of("", "api", "benchmarks", "data", "desk", "embed", "language",
            "leaderboard", "log", "me", "method", "models", "projects", "q", "s", "setup", "sign-on", "static",
            "terms");

    /**
     * @throws IllegalArgumentException if the text is no address of a site, or if its path could be mistaken for one of
     *         the arena's own
     */
    public static PublicUrl of(String text) {
        URI url = URI.create(text.strip());
        Matcher path = PATH.matcher(url.getRawPath() == null ? "/" : url.getRawPath());
        boolean site = url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null
                && url.getRawFragment() == null && path.matches();
        if (!site || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                || !path.group(1).isEmpty() && isOwn(path.group(1))) {
            throw new IllegalArgumentException(text);
        }
        return new PublicUrl(url.getScheme(), url.getAuthority(), url.getHost(), path.group(1));
    }

    static Optional<PublicUrl> of(PublicConfig config) {
        return config.url().map(PublicUrl::of);
    }

    /** The whole address of one of the arena's own paths. */
    public String address(String own) {
        return scheme + "://" + authority + path + own;
    }

    /** True if the path, without a prefix, is one that the arena may answer. */
    static boolean isOwn(String path) {
        return OWN.contains(path.split("[/?#]", 3)[1]);
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
