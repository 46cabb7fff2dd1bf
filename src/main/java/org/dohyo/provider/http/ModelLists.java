package org.dohyo.provider.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.Secret;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.ErrorForms;

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

    /** Servers send the list itself or within an object, and its elements as names or as objects with one. */
    private static List<String> ids(JsonNode answer) {
        if (ErrorForms.isError(answer)) {
            throw new CallFailure(Kind.UPSTREAM_ERROR, ErrorForms.words(answer));
        }
        JsonNode list = Stream
                .of(answer, answer.path("data"), answer.path("models"), answer.path("data").path("models"))
                .filter(JsonNode::isArray).findFirst()
                .orElseThrow(() -> new CallFailure(Kind.PROTOCOL, "the answer has no list of models"));
        List<String> ids = new ArrayList<>();
        for (JsonNode model : list) {
            String id = id(model);
            if (!id.isBlank() && ids.size() < MOST_MODELS) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static String id(JsonNode model) {
        return model.isTextual() ? model.textValue() : Stream.of("id", "model", "name")
                .map(field -> Dialect.text(model, field)).filter(id -> !id.isBlank()).findFirst().orElse("");
    }
}
