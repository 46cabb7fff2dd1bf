package org.dohyo.dataset;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.dohyo.battle.Outcome;
import org.dohyo.support.Hashes;
import org.dohyo.text.Categories;
import org.dohyo.text.Language;
import org.dohyo.text.StyleFeature;
import org.dohyo.text.Task;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One record of FastChat's clean_battle format; reading it checks it. */
record FastChatRecord(JsonNode json) {

    private static final Set<String> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    // The last second of the year 9999: what lies beyond is a mistaken unit.
    private static final double LAST_SECOND = 253_402_300_799.0;

    ImportedVote vote() throws InvalidRecord {
        if (!json.isObject()) {
            throw new InvalidRecord("not an object");
        }
        String modelA = name("model_a");
        String modelB = name("model_b");
        if (Slug.of(modelA).equals(Slug.of(modelB))) {
            throw new InvalidRecord("a model against itself: " + modelA);
        }
        String question = optional("question_id");
        return new ImportedVote(question == null ? "fastchat:sha256:" + hash() : "fastchat:" + question,
                question == null, modelA, modelB, outcome(), "fastchat:" + voter(), turn(), blind(), categories(),
                style("a"), style("b"), castAt());
    }

    private String name(String field) throws InvalidRecord {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidRecord(field + " is missing or blank");
        }
        return storable(field, value.textValue().strip());
    }

    private String optional(String field) throws InvalidRecord {
        JsonNode value = json.path(field);
        if (value.isContainerNode()) {
            throw new InvalidRecord(field + " is not a text");
        }
        String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
        return text.isBlank() ? null : storable(field, text);
    }

    // PostgreSQL keeps no NUL; keys are indexed, and an index entry has at most 2,704 bytes.
    private static String storable(String field, String text) throws InvalidRecord {
        if (text.indexOf(0) >= 0 || text.length() > 500) {
            throw new InvalidRecord(field + " has more than 500 characters or a NUL");
        }
        return text;
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
        return judge == null ? "unknown" : judge;
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

    /** The record's own language, if it is one of ISO 639; the tasks by the prompts, if the record has any. */
    private List<String> categories() throws InvalidRecord {
        String language = optional("language");
        String slug = language == null ? "" : language.strip().toLowerCase(Locale.ROOT);
        List<String> categories = new ArrayList<>(List.of(Categories.OVERALL,
                LANGUAGES.contains(slug) ? slug.replace(' ', '-') : Language.OTHER.slug()));
        List<String> prompts = new ArrayList<>();
        for (JsonNode message : json.path("conversation_a")) {
            if (message.path("role").asText().equals("user") && message.path("content").isTextual()) {
                prompts.add(message.path("content").textValue());
            }
        }
        Task.of(prompts).forEach(task -> categories.add(task.slug()));
        return categories;
    }

    private Instant castAt() throws InvalidRecord {
        JsonNode tstamp = json.path("tstamp");
        double seconds = tstamp.isNumber() ? tstamp.doubleValue() : Double.NaN;
        if (!(seconds >= 0 && seconds <= LAST_SECOND)) {
            throw new InvalidRecord("tstamp is not a time in seconds since 1970");
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private String style(String side) {
        JsonNode metadata = json.path("conv_metadata");
        if (!metadata.isObject()) {
            return null;
        }
        ObjectNode style = JsonNodeFactory.instance.objectNode();
        style.put(StyleFeature.TOKENS.label(), metadata.path("sum_assistant_" + side + "_tokens").asLong());
        counts(style, StyleFeature.HEADERS, metadata.path("header_count_" + side), "h1", "h2", "h3", "h4", "h5", "h6");
        counts(style, StyleFeature.LISTS, metadata.path("list_count_" + side), "ordered", "unordered");
        counts(style, StyleFeature.BOLD, metadata.path("bold_count_" + side), "**", "__");
        return style.toString();
    }

    private static void counts(ObjectNode style, StyleFeature feature, JsonNode counts, String... names) {
        ObjectNode kept = style.putObject(feature.label());
        for (String name : names) {
            kept.put(name, counts.path(name).asLong());
        }
    }

    private String hash() throws InvalidRecord {
        try {
            return Hashes.sha256Hex(new JsonCanonicalizer(json.toString()).getEncodedString());
        } catch (IOException e) {
            throw new InvalidRecord("no canonical JSON: " + e.getMessage());
        }
    }
}
