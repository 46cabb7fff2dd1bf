package org.dohyo.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running arena. A file that is too long or comes too slowly is given up; redirects aren't followed. */
public final class HttpSource implements Source {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOO_MANY = 429;
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);
    private static final int ATTEMPTS = 5;

    private final HttpClient http;
    private final URI base;
    private final String token;

    /**
     * @param token an API token; null for what everyone may read
     * @throws IllegalArgumentException if it isn't an address of the schemes http or https
     */
    public HttpSource(String url, String token) {
        this.token = token;
        base = URI.create(url.replaceAll("/+$", "") + "/");
        if (base.getHost() == null || !base.getScheme().matches("https?")) {
            throw new IllegalArgumentException("not an address: " + url);
        }
        http = client(base);
    }

    /**
     * Returns a client for an arena. Without TLS it uses HTTP/1.1: Java's default asks for an upgrade to HTTP/2, which
     * RFC 9113 deprecates and in which answers have been lost.
     */
    public static HttpClient client(URI arena) {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).followRedirects(Redirect.NEVER)
                .version("https".equalsIgnoreCase(arena.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1).build();
    }

    @Override
    public byte[] read(String path, int most) {
        for (int attempt = 1;; attempt++) {
            HttpResponse<byte[]> response = send(path, most);
            if (response.statusCode() == 200) {
                return response.body();
            }
            if (response.statusCode() == TOO_MANY && attempt < ATTEMPTS) {
                pause(attempt);
            } else if (response.statusCode() >= 400 && response.statusCode() < 500
                    && response.statusCode() != TOO_MANY && !NOT_ALLOWED.contains(response.statusCode())) {
                throw new MissingException("status " + response.statusCode() + " for " + path);
            } else {
                throw new UnreachableException("status " + response.statusCode() + " for " + path);
            }
        }
    }

    private HttpResponse<byte[]> send(String path, int most) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(),
                info -> info.statusCode() == 200 ? new LimitedBody(most)
                        : BodySubscribers.replacing(new byte[0]));
        try {
            // The request's own timeout ends with the headers.
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MissingException tooLong) {
                throw tooLong;
            }
            throw new UnreachableException(base + " can't be reached: " + e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UnreachableException(path + " took longer than " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted");
        }
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted");
        }
    }

    @Override
    public String address() {
        return base.toString();
    }

    @Override
    public boolean live() {
        return true;
    }
}
