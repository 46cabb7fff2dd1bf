package org.dohyo.account.signon;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A page of the arena to which somebody comes back after signing in; never another site's. */
public record ReturnPath(String path) {

    private static final String DESK = "/desk";

    /** The page of a parameter that anybody may have written; the desk if it is no page of the arena. */
    public static ReturnPath of(String wanted) {
        return new ReturnPath(wanted != null && isLocal(wanted) ? URI.create(wanted).toASCIIString() : DESK);
    }

    /** Browsers read a backslash as a slash, and two slashes as the beginning of a host. */
    private static boolean isLocal(String wanted) {
        if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = URI.create(wanted);
            return !uri.isAbsolute() && uri.getRawAuthority() == null && !uri.getPath().startsWith("//");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
