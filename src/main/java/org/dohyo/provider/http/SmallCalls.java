package org.dohyo.provider.http;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.stream.HttpErrors;
import org.dohyo.provider.stream.StreamFailure;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** Small questions with one answer: sent to an address that was checked, bounded in time and size. */
@ApplicationScoped
public class SmallCalls {

    private static final int CONNECT_MILLIS = 1_500;
    private static final int MOST_BYTES = 1 << 20;
    /** Calls to one host; those of a slow one must not wait for each other. */
    private static final int MOST_AT_ONCE = 1024;

    private final Vertx vertx;
    private final AddressGuard guard;
    private final HttpClient client;

    SmallCalls(Vertx vertx, AddressGuard guard) {
        this.vertx = vertx;
        this.guard = guard;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false).setDecompressionSupported(true), new PoolOptions().setHttp1MaxSize(MOST_AT_ONCE));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The status and the body of an answer, in UTF-8. */
    public record Answer(int status, String text) {
    }

    /** Posts a text; the answer, whatever its status, or a {@link CallFailure} alone, within about the given time. */
    public Future<Answer> post(URI url, String contentType, String body, Duration patience) {
        return send(HttpMethod.POST, url, Map.of("Content-Type", contentType), Buffer.buffer(body), patience);
    }

    /** @param body null for none */
    Future<Answer> send(HttpMethod method, URI url, Map<String, String> headers, Buffer body, Duration patience) {
        long millis = patience.toMillis();
        return vertx.<InetAddress> executeBlocking(() -> guard.resolve(url.getHost()), false)
                .compose(address -> client.request(Requests.to(method, url, address, headers)))
                .compose(request -> answer(request, body).timeout(millis, TimeUnit.MILLISECONDS)
                        .onFailure(e -> request.reset()))
                // Looking a name up and connecting have bounds of their own; this is the one over all.
                .timeout(millis + CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .recover(cause -> Future.failedFuture(failure(cause)));
    }

    private static Future<Answer> answer(HttpClientRequest request, Buffer body) {
        return (body == null ? request.send() : request.send(body)).compose(SmallCalls::whole);
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        Buffer bytes = Buffer.buffer();
        Promise<Answer> whole = Promise.promise();
        response.exceptionHandler(whole::tryFail);
        response.handler(more -> {
            if (bytes.length() + more.length() > MOST_BYTES) {
                whole.tryFail(new CallFailure(Kind.PROTOCOL, "the answer is longer than 1 MiB"));
            } else {
                bytes.appendBuffer(more);
            }
        });
        response.endHandler(end -> whole
                .tryComplete(new Answer(response.statusCode(), bytes.toString(StandardCharsets.UTF_8))));
        return whole.future();
    }

    private static CallFailure failure(Throwable cause) {
        if (cause instanceof CallFailure known) {
            return known;
        }
        if (cause instanceof StreamFailure stream) {
            return new CallFailure(stream.error().kind(), stream.getMessage());
        }
        if (cause instanceof TimeoutException) {
            return new CallFailure(Kind.TIMEOUT_TOTAL, "no whole answer in time");
        }
        return new CallFailure(HttpErrors.ofCause(cause), String.valueOf(cause.getMessage()));
    }
}
