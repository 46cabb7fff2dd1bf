package org.dohyo.account;

import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** The cookie that names a session. Over https its prefix binds it to this host and to https. */
public final class SessionCookie {

    private static final String NAME = "dohyo_session";

    private SessionCookie() {
    }

    public static String read(HttpServerRequest request) {
        Cookie cookie = request.getCookie(name(request));
        return cookie == null ? null : cookie.getValue();
    }

    public static NewCookie of(HttpServerRequest request, String token) {
        return builder(request).value(token).build();
    }

    public static NewCookie gone(HttpServerRequest request) {
        return builder(request).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(HttpServerRequest request) {
        return new NewCookie.Builder(name(request)).path("/").httpOnly(true).secure(https(request))
                .sameSite(NewCookie.SameSite.LAX);
    }

    private static String name(HttpServerRequest request) {
        return https(request) ? "__Host-" + NAME : NAME;
    }

    private static boolean https(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }
}
