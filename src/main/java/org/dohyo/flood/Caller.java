package org.dohyo.flood;

import org.dohyo.support.Networks;

import io.vertx.core.http.HttpServerRequest;

/**
 * Who calls.
 *
 * @param network the network that the call comes from
 * @param proof the solution of a challenge; null if none was sent
 */
public record Caller(String network, String proof) {

    /** The header with a solution: base64 of ALTCHA's JSON. */
    public static final String PROOF = "Altcha";

    public static Caller of(HttpServerRequest request) {
        return new Caller(Networks.of(request.remoteAddress().hostAddress()), request.getHeader(PROOF));
    }
}
