package org.dohyo.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Which readers get what is compressed already. */
@ApplicationScoped
class Encodings {

    private final HttpServerRequest call;

    Encodings(HttpServerRequest call) {
        this.call = call;
    }

    /** Over HTTP/2 the server compresses all that is said to be compressed, so there it gets the plain text. */
    boolean gzip(HttpHeaders headers) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.replace(" ", "").contains("gzip;q=0")
                && call.version() != HttpVersion.HTTP_2;
    }
}
