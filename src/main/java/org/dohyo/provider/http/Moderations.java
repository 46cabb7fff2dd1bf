package org.dohyo.provider.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.Secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.core.Future;

/**
 * Asks an OpenAI-compatible moderation endpoint about a text: {@code POST {base}/moderations} with {@code model} and
 * {@code input}, answered by {@code results[0].flagged} and {@code results[0].categories}.
 */
@ApplicationScoped
public class Moderations {

    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_CHARACTERS = 100;

    private final JsonCalls calls;

    Moderations(JsonCalls calls) {
        this.calls = calls;
    }

    /**
     * Where and how to ask.
     *
     * @param model empty leaves the choice to the endpoint
     * @param patience for the whole answer
     */
    public record Endpoint(URI baseUrl, String model, Secret key, Duration patience) {
    }

    /** @param categories what it was flagged for, in the endpoint's own words; empty where it was not */
    public record Verdict(boolean flagged, List<String> categories) {
    }

    /** The verdict on a text; fails with {@link CallFailure} where there is none. */
    public Future<Verdict> of(Endpoint endpoint, String text) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        if (!endpoint.model().isEmpty()) {
            question.put("model", endpoint.model());
        }
        question.put("input", text);
        return calls
                .post(HttpCall.below(endpoint.baseUrl(), "/moderations"), endpoint.key(), question, endpoint.patience())
                .compose(Moderations::read);
    }

    private static Future<Verdict> read(JsonNode answer) {
        JsonNode result = answer.path("results").path(0);
        if (!result.path("flagged").isBoolean()) {
            return Future.failedFuture(new CallFailure(Kind.PROTOCOL, "the answer has no results[0].flagged"));
        }
        boolean flagged = result.path("flagged").booleanValue();
        return Future
                .succeededFuture(new Verdict(flagged, flagged ? categories(result.path("categories")) : List.of()));
    }

    private static List<String> categories(JsonNode given) {
        List<String> categories = new ArrayList<>();
        for (Map.Entry<String, JsonNode> category : given.properties()) {
            String name = category.getKey().replace("\0", "");
            if (category.getValue().asBoolean() && !name.isBlank() && categories.size() < MOST_CATEGORIES) {
                categories.add(name.substring(0, Math.min(MOST_CHARACTERS, name.length())));
            }
        }
        return categories.stream().sorted().toList();
    }
}
