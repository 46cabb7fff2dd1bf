package org.dohyo.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.dohyo.battle.Outcome;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.text.StyleFeature;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an entry of the log means for the counts: all rules are here. Only the kinds of {@link #SIGNS} change them, and
 * only if {@code counted} is true; entries of other kinds, and further members, are hashed and have no other effect.
 *
 * @param prompt the beginning of the prompt's group, as a number; null if it isn't known
 * @param suggested true if the prompt is one that the page suggests
 * @param sign 1 if the vote counts from this entry on, −1 if it no longer does
 * @param style of both answers as the array that {@link StyleFeature} describes; null if that of one is unknown
 */
record Leaf(String vote, String modelA, String modelB, Outcome outcome, Set<String> categories, String voter,
        Long prompt, boolean suggested, int sign, float[] style) {

    private static final Map<String, Integer> SIGNS = Map.of("CAST", 1, "RESTORE", 1, "WITHDRAW", -1, "EXCLUDE", -1);
    /** The other kinds that are about a vote. */
    private static final Set<String> NO_CHANGE = Set.of("LEAVE_OUT");
    private static final String SUGGESTED = "SUGGESTED";
    private static final int PREFIX = 16;
    private static final int LONGEST_NAME = 200;
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads an entry; null if it doesn't change the counts.
     *
     * @throws LogFormatException if the bytes are no JSON, or a change of the counts without what it needs
     */
    static Leaf of(byte[] entry) {
        return of(json(entry));
    }

    static Leaf of(JsonNode json) {
        Integer sign = SIGNS.get(json.path("kind").asText());
        if (sign == null || !json.path("counted").isBoolean() || !json.path("counted").booleanValue()) {
            return null;
        }
        return new Leaf(text(json, "vote"), text(json.path("modelA"), "slug"), text(json.path("modelB"), "slug"),
                outcome(json), categories(json), text(json, "voterTag"), prompt(json), suggested(json), sign,
                style(json));
    }

    /** A vote on a suggested prompt, which may be its voter's first use of it whether it counts or not. */
    record Use(String vote, String voter, long prompt) {

        /** Null if the entry isn't about such a vote. */
        static Use of(JsonNode json) {
            String kind = json.path("kind").asText();
            Long prompt = SIGNS.containsKey(kind) || NO_CHANGE.contains(kind) ? Leaf.prompt(json) : null;
            return prompt == null || !Leaf.suggested(json) ? null
                    : new Use(text(json, "vote"), text(json, "voterTag"), prompt);
        }
    }

    private static boolean suggested(JsonNode json) {
        return json.path("stratum").asText().equals(SUGGESTED);
    }

    private static Long prompt(JsonNode json) {
        if (!json.path("promptGroup").isTextual()) {
            return null;
        }
        String group = text(json, "promptGroup");
        try {
            return HexFormat.fromHexDigitsToLong(group, 0, PREFIX);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new LogFormatException("an entry has no valid promptGroup");
        }
    }

    static JsonNode json(byte[] entry) {
        try {
            JsonNode json = JSON.readTree(entry);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // No JSON at all: the same message.
        }
        throw new LogFormatException("an entry isn't a JSON object");
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (!value.isTextual() || value.textValue().isEmpty() || value.textValue().length() > LONGEST_NAME) {
            throw new LogFormatException("an entry has no valid " + member);
        }
        return value.textValue();
    }

    private static Outcome outcome(JsonNode json) {
        try {
            return Outcome.valueOf(text(json, "outcome"));
        } catch (IllegalArgumentException e) {
            throw new LogFormatException("an entry has an unknown outcome");
        }
    }

    private static Set<String> categories(JsonNode json) {
        Set<String> categories = new TreeSet<>();
        for (JsonNode category : json.path("categories")) {
            if (!category.isTextual() || category.textValue().length() > LONGEST_NAME) {
                throw new LogFormatException("an entry has an invalid category");
            }
            categories.add(category.textValue());
        }
        return categories;
    }

    private static float[] style(JsonNode json) {
        JsonNode a = json.path("styleA");
        JsonNode b = json.path("styleB");
        if (!a.isObject() || !b.isObject()) {
            return null;
        }
        float[] style = new float[StyleFeature.arraySize()];
        for (StyleFeature feature : StyleFeature.values()) {
            style[feature.indexOfA()] = feature.figure(a);
            style[feature.indexOfB()] = feature.figure(b);
        }
        return style;
    }

    /** The members of a promise that the entry doesn't have with the same value. */
    static List<String> broken(JsonNode promised, JsonNode entry) {
        List<String> broken = new ArrayList<>();
        promised.properties().forEach(member -> {
            if (!member.getValue().equals(entry.path(member.getKey()))) {
                broken.add(member.getKey());
            }
        });
        return broken;
    }
}
