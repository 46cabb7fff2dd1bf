package org.dohyo;

import java.net.http.HttpClient;

/** Java's client without its request to go on in HTTP/2, which is deprecated (RFC 9113) and has lost answers. */
public final class Http1 {

    private Http1() {
    }

    public static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    }

    public static HttpClient client() {
        return builder().build();
    }
}
