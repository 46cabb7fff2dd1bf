package org.dohyo.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dohyo.battle.Outcome;
import org.dohyo.text.Categories;
import org.dohyo.text.Language;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A feedback of Open WebUI's export: a thumb up or down for {@code data.model_id}, which so wins or loses against each
 * of {@code data.sibling_model_ids}, as on Open WebUI's own leaderboard.
 */
record OpenWebUiRecord(JsonNode json) {

    static boolean fits(JsonNode json) {
        return json.path("data").isObject() && !json.has("model_a");
    }

    List<ImportedVote> votes() throws InvalidRecord {
        String rating = json.path("data").path("rating").asText();
        if (!rating.matches("-?1(\\.0)?")) {
            throw new InvalidRecord.NoVote("has no rating of 1 or -1");
        }
        Outcome outcome = rating.startsWith("-") ? Outcome.B : Outcome.A;
        FastChatRecord common = new FastChatRecord(json.path("data"), null);
        String model = common.name("model_id");
        String id = new FastChatRecord(json, null).optional("id");
        String user = new FastChatRecord(json, null).optional("user_id");
        if (id == null) {
            throw new InvalidRecord("id is missing");
        }
        List<ImportedVote> votes = new ArrayList<>();
        for (JsonNode sibling : json.path("data").path("sibling_model_ids")) {
            String other = FastChatRecord.storable("sibling_model_ids", sibling.asText().strip());
            if (!other.isEmpty() && !Slug.of(other).equals(Slug.of(model))) {
                votes.add(new ImportedVote("open-webui:" + id + (votes.isEmpty() ? "" : ":" + (votes.size() + 1)),
                        false, model, other, outcome, "open-webui:" + (user == null ? "unknown" : user), 1,
                        json.path("meta").path("arena").asBoolean(), List.of(Categories.OVERALL,
                                Language.OTHER.slug()),
                        null, null, castAt()));
            }
        }
        if (votes.isEmpty()) {
            throw new InvalidRecord.NoVote("compares no models: it has no sibling_model_ids");
        }
        return votes;
    }

    private Instant castAt() throws InvalidRecord {
        return VoteTime.ofSeconds("created_at", json.path("created_at"));
    }
}
