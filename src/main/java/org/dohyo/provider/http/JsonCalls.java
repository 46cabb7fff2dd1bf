package org.dohyo.provider.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.Secret;
import org.dohyo.provider.stream.HttpErrors;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.StreamFailure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/** Small questions with one JSON answer. */
@ApplicationScoped
class JsonCalls {

    private final SmallCalls calls;
    private final ObjectMapper json;

    JsonCalls(SmallCalls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    Future<JsonNode> get(URI url, Secret key, Duration patience) {
        return send(HttpMethod.GET, url, headers(key), null, patience);
    }

    Future<JsonNode> post(URI url, Secret key, JsonNode body, Duration patience) {
        Map<String, String> headers = headers(key);
        headers.put("Content-Type", "application/json");
        return send(HttpMethod.POST, url, headers, Buffer.buffer(body.toString()), patience);
    }

    private static Map<String, String> headers(Secret key) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        if (!key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key.reveal());
        }
        return headers;
    }

    /** The answer's JSON; fails with a {@link CallFailure} alone, within about the given time. */
    private Future<JsonNode> send(HttpMethod method, URI url, Map<String, String> headers, Buffer body,
            Duration patience) {
        return calls.send(method, url, headers, body, patience).compose(this::value);
    }

    private Future<JsonNode> value(SmallCalls.Answer answer) {
        if (answer.status() != 200) {
            Kind kind = HttpErrors.ofStatus(answer.status(), "", "");
            return Future.failedFuture(new CallFailure(kind, "HTTP " + answer.status()));
        }
        try {
            return Future.succeededFuture(SseDecoder.value(json, answer.text()));
        } catch (StreamFailure e) {
            return Future.failedFuture(new CallFailure(e.error().kind(), e.getMessage()));
        }
    }
}
