package org.dohyo.web.proxy;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The path below which readers find the arena, where it shares a host with other applications. A request loses it
 * before routing, and pages, redirects and cookies get it on their way out; all code between knows the arena's own
 * paths alone. Requests may come without it: from probes, from replicas, and by proxies that cut it off.
 */
@ApplicationScoped
public class PublicPath {

    private final String prefix;

    public PublicPath(PublicConfig config) {
        prefix = PublicUrl.of(config).map(PublicUrl::path).orElse("");
    }

    /** True if the arena has the host to itself. */
    public boolean isRoot() {
        return prefix.isEmpty();
    }

    /** A path of the arena's own as readers address it. */
    public String of(String own) {
        return prefix + own;
    }

    /** The arena's own path and query in a request's address. */
    String own(String address) {
        if (isRoot() || !isBelow(address)) {
            return address;
        }
        String rest = address.substring(prefix.length());
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /**
     * The target of a redirect as readers address it.
     *
     * @param origin the scheme and host of the request, at which other applications have addresses too
     */
    String target(String location, String origin) {
        boolean absolute = location.startsWith(origin + "/");
        String path = absolute ? location.substring(origin.length()) : location;
        if (!path.startsWith("/") || path.startsWith("//") || isBelow(path) || absolute && !PublicUrl.isOwn(path)) {
            return location;
        }
        return (absolute ? origin : "") + prefix + path;
    }

    private boolean isBelow(String address) {
        return address.startsWith(prefix)
                && (address.length() == prefix.length() || "/?".indexOf(address.charAt(prefix.length())) >= 0);
    }
}
