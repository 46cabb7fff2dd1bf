package org.dohyo.web.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

/**
 * The form of the arena's cookies. Over https a name's prefix makes the browser bind the cookie to this host, or, where
 * other applications share the host, refuse it from plain http; it is then sent below the arena's path alone, so that
 * neither they nor a second arena get it.
 */
@ApplicationScoped
public class ArenaCookies {

    private final PublicPath path;

    ArenaCookies(PublicPath path) {
        this.path = path;
    }

    /** The name under which the browser keeps the cookie. */
    public String name(String plain, boolean https) {
        if (!https) {
            return plain;
        }
        // A cookie with the stronger prefix has to be sent to the whole host.
        return (path.isRoot() ? "__Host-" : "__Secure-") + plain;
    }

    /** @param name as the browser keeps it */
    public NewCookie.Builder cookie(String name, boolean https) {
        return new NewCookie.Builder(name).path(path.isRoot() ? "/" : path.of("")).httpOnly(true).secure(https)
                .sameSite(NewCookie.SameSite.LAX);
    }
}
