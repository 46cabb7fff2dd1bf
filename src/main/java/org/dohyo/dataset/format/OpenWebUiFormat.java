package org.dohyo.dataset.format;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Open WebUI's feedback export: a thumb up or down for {@code data.model_id}, which so wins or loses against each of
 * {@code data.sibling_model_ids}, as on Open WebUI's own leaderboard. No one compared them, so these are inferred.
 */
@ApplicationScoped
public class OpenWebUiFormat implements VoteFormat {

    private static final String SIBLINGS = "data.sibling_model_ids";

    @Override
    public String name() {
        return "open-webui";
    }

    @Override
    public boolean fits(Fields first) {
        return first.json().path("data").isObject() && !first.has("model_a") && !first.has("annotations");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Fields data = given.of(given.json().path("data"));
        String rating = data.json().path("rating").asText();
        if (!rating.matches("-?1(\\.0)?")) {
            throw new InvalidRecord.NoVote("data.rating", VoteFileMessages::noRating);
        }
        Outcome outcome = rating.startsWith("-") ? Outcome.B : Outcome.A;
        String model = data.name("model_id");
        String id = given.required("id");
        String user = given.optional("user_id");
        Instant castAt = given.seconds("created_at");
        List<String> topics = Topics.of(prompts(given.json().path("snapshot")));
        Votes read = new Votes();
        for (JsonNode sibling : data.json().path("sibling_model_ids")) {
            String other = sibling(sibling);
            if (!other.isEmpty() && !Slug.of(other).equals(Slug.of(model))) {
                read.add(SIBLINGS,
                        new Comparison("open-webui:" + id + (read.size() == 0 ? "" : ":" + (read.size() + 1)), false,
                                model, other, outcome, null, SourceKind.INFERRED,
                                user == null ? null : "open-webui:" + user,
                                1, given.json().path("meta").path("arena").asBoolean(), topics, null, null, castAt));
            }
        }
        return read.some(SIBLINGS, VoteFileMessages::noSiblings);
    }

    /** Empty if it has no name. */
    private static String sibling(JsonNode model) throws InvalidRecord {
        String name = Fields.storable(SIBLINGS, model.asText().strip());
        return name.isEmpty() ? name : ModelName.require(SIBLINGS, name);
    }

    /** The messages of the kept chat, which are a list or an object of them by their ids. */
    private static List<String> prompts(JsonNode snapshot) {
        JsonNode chat = snapshot.path("chat").path("chat").isObject() ? snapshot.path("chat").path("chat")
                : snapshot.path("chat").isObject() ? snapshot.path("chat") : snapshot;
        JsonNode messages = chat.path("history").path("messages");
        return Fields.prompts(messages.isEmpty() ? chat.path("messages") : messages);
    }
}
