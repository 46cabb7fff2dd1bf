package org.dohyo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import org.dohyo.web.proxy.ArenaCookies;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** The cookie that names a session. */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "dohyo_session";

    private final ArenaCookies cookies;

    SessionCookie(ArenaCookies cookies) {
        this.cookies = cookies;
    }

    public String read(HttpServerRequest request) {
        Cookie cookie = request.getCookie(cookies.name(NAME, https(request)));
        return cookie == null ? null : cookie.getValue();
    }

    public NewCookie of(HttpServerRequest request, String token) {
        return builder(request).value(token).build();
    }

    public NewCookie gone(HttpServerRequest request) {
        return builder(request).value("").maxAge(0).build();
    }

    private NewCookie.Builder builder(HttpServerRequest request) {
        boolean https = https(request);
        return cookies.cookie(cookies.name(NAME, https), https);
    }

    private static boolean https(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }
}
