package org.dohyo.account.signon;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.Http1;

/** A browser without a screen: keeps cookies and follows redirects, also to other hosts. */
final class Visitor {

    private static final int MOST_REDIRECTS = 15;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = Http1.builder().cookieHandler(cookies)
            .build();
    private final URI arena;

    Visitor(String arena) {
        this.arena = URI.create(arena);
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(arena.resolve(address)).header("Accept", "text/html,*/*"));
    }

    /** Calls the interface, as a script of a page does. */
    HttpResponse<String> call(String method, String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(arena.resolve(path)).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    HttpResponse<String> fillIn(String address, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int hops = 0; response.statusCode() / 100 == 3 && hops < MOST_REDIRECTS; hops++) {
            // Browsers also send secure cookies to this machine itself by http.
            cookies().forEach(cookie -> cookie.setSecure(false));
            URI next = response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
            response = http.send(HttpRequest.newBuilder(next).header("Accept", "text/html,*/*").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        cookies().forEach(cookie -> cookie.setSecure(false));
        return response;
    }
}
