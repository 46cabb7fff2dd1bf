package org.dohyo.dataset;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.dohyo.battle.Outcome;
import org.dohyo.support.Hashes;
import org.dohyo.text.Categories;
import org.dohyo.text.Language;
import org.dohyo.text.LanguageNames;
import org.dohyo.text.Task;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One record of FastChat's clean_battle format or of LMArena's later sets; reading it checks it.
 *
 * @param unknownTime the time of the vote if its file has none; else null
 */
record FastChatRecord(JsonNode json, Instant unknownTime) {

    // Half a character, which PostgreSQL can't store.
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    ImportedVote vote() throws InvalidRecord {
        if (!json.isObject()) {
            throw new InvalidRecord("not an object");
        }
        String modelA = name("model_a");
        String modelB = name("model_b");
        if (Slug.of(modelA).equals(Slug.of(modelB))) {
            throw new InvalidRecord("a model against itself: " + modelA);
        }
        String identity = identity();
        return new ImportedVote(identity == null ? "fastchat:sha256:" + hash() : "fastchat:" + identity,
                identity == null, modelA, modelB, outcome(), "fastchat:" + voter(), turn(), blind(), categories(),
                ImportedStyle.of(json.path("conv_metadata"), "a"), ImportedStyle.of(json.path("conv_metadata"), "b"),
                castAt());
    }

    /** Null if the record has none. */
    private String identity() throws InvalidRecord {
        String question = optional("question_id");
        String id = question == null ? optional("id") : null;
        return id == null ? question : "id:" + id;
    }

    String name(String field) throws InvalidRecord {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidRecord(field + " is missing or blank");
        }
        return storable(field, value.textValue().strip());
    }

    String optional(String field) throws InvalidRecord {
        JsonNode value = json.path(field);
        if (value.isContainerNode()) {
            throw new InvalidRecord(field + " is not a text");
        }
        String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
        return text.isBlank() ? null : storable(field, text);
    }

    // PostgreSQL keeps no NUL; keys are indexed, and an index entry has at most 2,704 bytes.
    static String storable(String field, String text) throws InvalidRecord {
        if (text.indexOf(0) >= 0 || text.length() > 500) {
            throw new InvalidRecord(field + " has more than 500 characters or a NUL");
        }
        return UNPAIRED.matcher(text).replaceAll("\ufffd");
    }

    private Outcome outcome() throws InvalidRecord {
        String winner = json.path("winner").asText();
        return switch (winner) {
            case "model_a" -> Outcome.A;
            case "model_b" -> Outcome.B;
            case "tie" -> Outcome.TIE;
            case "tie (bothbad)", "both_bad" -> Outcome.BOTH_BAD;
            default -> throw new InvalidRecord("unknown winner: "
                    + (winner.length() > 40 ? winner.substring(0, 40) : winner));
        };
    }

    private String voter() throws InvalidRecord {
        String judge = optional("judge");
        String session = judge == null ? optional("evaluation_session_id") : null;
        return judge != null ? judge : session != null ? "session:" + session : "unknown";
    }

    private int turn() throws InvalidRecord {
        JsonNode turn = json.path("turn");
        if (turn.isMissingNode() || turn.isNull()) {
            return 1;
        }
        if (!turn.canConvertToExactIntegral() || !turn.canConvertToInt() || turn.intValue() < 1) {
            throw new InvalidRecord("turn is not a positive whole number");
        }
        return turn.intValue();
    }

    private boolean blind() throws InvalidRecord {
        JsonNode anony = json.path("anony");
        if (!anony.isBoolean() && !anony.isMissingNode() && !anony.isNull()) {
            throw new InvalidRecord("anony is neither true nor false");
        }
        return anony.asBoolean(true);
    }

    /** The record's own language, if it is one of ISO 639-1; the tasks by the prompts, if the record has any. */
    private List<String> categories() throws InvalidRecord {
        String language = optional("language");
        List<String> categories = new ArrayList<>(List.of(Categories.OVERALL,
                LanguageNames.slugOf(language == null ? "" : language).orElse(Language.OTHER.slug())));
        List<String> prompts = new ArrayList<>();
        for (JsonNode message : json.path("conversation_a")) {
            if (message.path("role").asText().equals("user")) {
                prompt(message.path("content")).ifPresent(prompts::add);
            }
        }
        Task.of(prompts).forEach(task -> categories.add(task.slug()));
        return categories;
    }

    /** A text, or a list of texts and of objects with a {@code text}, among which pictures may be. */
    private static Optional<String> prompt(JsonNode content) {
        StringJoiner text = new StringJoiner("\n").setEmptyValue("");
        for (JsonNode part : content.isArray() ? content : List.of(content)) {
            JsonNode words = part.isObject() ? part.path("text") : part;
            if (words.isTextual()) {
                text.add(words.textValue());
            }
        }
        return Optional.of(text.toString()).filter(words -> !words.isEmpty());
    }

    private Instant castAt() throws InvalidRecord {
        if (unknownTime != null) {
            return unknownTime;
        }
        return json.hasNonNull("tstamp") || !json.hasNonNull("timestamp")
                ? VoteTime.ofSeconds("tstamp", json.path("tstamp"))
                : VoteTime.of("timestamp", json.path("timestamp"));
    }

    private String hash() throws InvalidRecord {
        try {
            return Hashes.sha256Hex(new JsonCanonicalizer(json.toString()).getEncodedString());
        } catch (IOException e) {
            throw new InvalidRecord("no canonical JSON: " + e.getMessage());
        }
    }
}
