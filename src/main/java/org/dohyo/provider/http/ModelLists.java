package org.dohyo.provider.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.Secret;
import org.dohyo.provider.stream.Dialect;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.Future;

/** Asks OpenAI-compatible servers which models they have. */
@ApplicationScoped
public class ModelLists {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int MOST_MODELS = 500;

    private final JsonCalls calls;

    ModelLists(JsonCalls calls) {
        this.calls = calls;
    }

    /** The ids of the models below that base URL; fails with {@link CallFailure} where it has no list of them. */
    public Future<List<String>> of(URI baseUrl, Secret key) {
        return calls.get(HttpCall.below(baseUrl, "/models"), key, PATIENCE).map(ModelLists::ids);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        for (JsonNode model : list.path("data")) {
            String id = Dialect.text(model, "id");
            if (!id.isBlank() && ids.size() < MOST_MODELS) {
                ids.add(id);
            }
        }
        return ids;
    }
}
