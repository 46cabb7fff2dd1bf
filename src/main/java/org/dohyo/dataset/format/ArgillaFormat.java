package org.dohyo.dataset.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Argilla's records with a question of two answers, either a ranking of them or a label. The models are in
 * {@code metadata}, or in {@code fields}. Each response of a user to such a question is one comparison.
 */
@ApplicationScoped
class ArgillaFormat implements VoteFormat {

    @Override
    public String name() {
        return "argilla";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("fields", "responses");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        String id = given.required(given.json().hasNonNull("id") ? "id" : "_server_id");
        Fields metadata = given.of(given.nested("metadata"));
        Fields fields = given.of(given.nested("fields"));
        Pair pair = metadata.json().isEmpty() ? ModelFields.pair(fields, "fields.")
                : ModelFields.pair(metadata, "metadata.");
        List<String> topics = Topics.of(fields.prompt(fields.has("prompt") ? "prompt" : "instruction"));
        Votes read = new Votes();
        for (Map.Entry<String, JsonNode> question : given.nested("responses").properties()) {
            for (JsonNode response : question.getValue()) {
                Outcome outcome = submitted(response) ? outcome(response.path("value")) : null;
                if (outcome != null) {
                    String user = given.of(response).optional("user_id");
                    read.add("responses", new Comparison(
                            Fields.storable("id", "argilla:" + id + ":" + question.getKey() + ":"
                                    + (user == null ? read.size() : user)),
                            false, pair.modelA(), pair.modelB(), outcome, null, SourceKind.PERSON,
                            user == null ? null : "argilla:" + user, 1, true, topics, null, null,
                            given.of(response).timeOrNow("inserted_at")));
                }
            }
        }
        return read.some("responses", VoteFileMessages::noComparison);
    }

    private static boolean submitted(JsonNode response) {
        return !response.hasNonNull("status") || response.path("status").asText().equals("submitted");
    }

    /** Null for a question that doesn't compare, such as a rating or a text. */
    private static Outcome outcome(JsonNode value) {
        if (value.isArray() && value.size() == 2) {
            Map<Integer, Integer> ranks = new HashMap<>();
            for (JsonNode ranked : value) {
                ranks.put(side(ranked.path("value").asText()), ranked.path("rank").asInt());
            }
            return ranks.containsKey(0) && ranks.containsKey(1) ? ofRanks(ranks.get(0), ranks.get(1)) : null;
        }
        return switch (side(value.asText())) {
            case 0 -> Outcome.A;
            case 1 -> Outcome.B;
            case 2 -> Outcome.TIE;
            case 3 -> Outcome.BOTH_BAD;
            default -> null;
        };
    }

    private static Outcome ofRanks(int a, int b) {
        return a < b ? Outcome.A : b < a ? Outcome.B : Outcome.TIE;
    }

    /** 0 for A, 1 for B, 2 for a tie, 3 for both bad, −1 for anything else. */
    private static int side(String label) {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "a", "model_a", "response_a", "response-1", "response_1", "response1", "left" -> 0;
            case "b", "model_b", "response_b", "response-2", "response_2", "response2", "right" -> 1;
            case "tie", "equal", "both" -> 2;
            case "both_bad", "both bad", "neither" -> 3;
            default -> -1;
        };
    }
}
