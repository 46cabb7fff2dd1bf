package org.dohyo.provider;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.ProviderError.Kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** Asks OpenAI-compatible servers which models they have. */
@ApplicationScoped
public class ModelLists {

    private static final int CONNECT_MILLIS = 1_500;
    private static final long ANSWER_MILLIS = 4_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_MODELS = 500;

    private final Vertx vertx;
    private final AddressGuard guard;
    private final ObjectMapper json;
    private final HttpClient client;

    ModelLists(Vertx vertx, AddressGuard guard, ObjectMapper json) {
        this.vertx = vertx;
        this.guard = guard;
        this.json = json;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false).setDecompressionSupported(true));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The ids of the models below that base URL; fails with {@link ListFailure} where it has no list of them. */
    public Future<List<String>> of(URI baseUrl, Secret key) {
        URI url = HttpCall.below(baseUrl, "/models");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        if (!key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key.reveal());
        }
        return vertx.<InetAddress> executeBlocking(() -> guard.resolve(url.getHost()), false)
                .compose(
                        address -> client.request(Requests.to(HttpMethod.GET, url, address, headers).setTimeout(ANSWER_MILLIS)))
                .compose(request -> request.send().compose(response -> body(response).onFailure(e -> request.reset())))
                .timeout(2 * ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .map(this::ids)
                .recover(cause -> Future.failedFuture(failure(cause)));
    }

    /** Why a server has no list for us. */
    public static final class ListFailure extends RuntimeException {

        private final Kind kind;

        ListFailure(Kind kind, String message) {
            super(message, null, false, false);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }

    private static Future<String> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            Kind kind = HttpErrors.ofStatus(response.statusCode(), "", "");
            return Future.failedFuture(new ListFailure(kind, "HTTP " + response.statusCode()));
        }
        StringBuilder text = new StringBuilder();
        Promise<String> whole = Promise.promise();
        response.exceptionHandler(whole::tryFail);
        response.handler(bytes -> {
            text.append(bytes.toString(StandardCharsets.ISO_8859_1));
            if (text.length() > MOST_BYTES) {
                whole.tryFail(new ListFailure(Kind.PROTOCOL, "the list is longer than 1 MiB"));
            }
        });
        response.endHandler(end -> whole.tryComplete(
                new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        return whole.future();
    }

    private List<String> ids(String body) {
        List<String> ids = new ArrayList<>();
        for (JsonNode model : SseDecoder.object(json, body).path("data")) {
            String id = Dialect.text(model, "id");
            if (!id.isBlank() && ids.size() < MOST_MODELS) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static ListFailure failure(Throwable cause) {
        if (cause instanceof ListFailure known) {
            return known;
        }
        if (cause instanceof StreamFailure stream) {
            return new ListFailure(stream.error().kind(), stream.getMessage());
        }
        return new ListFailure(HttpErrors.ofCause(cause), String.valueOf(cause.getMessage()));
    }
}
