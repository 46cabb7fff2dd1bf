package org.dohyo.dataset.format;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.dohyo.support.Hashes;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The fields of a record, checked as they are read. Numbers and truth may be given as texts, as CSV has them.
 *
 * @param json the record
 * @param now the time of the import
 * @param timed false if the file has no column of times, so that its votes get the time of the import
 */
public record Fields(JsonNode json, Instant now, boolean timed) {

    private static final int LONGEST = 500;
    private static final int MOST_NAMES = 10;
    /** As strict as the records of a file are read, and as lenient with NaN. */
    private static final ObjectReader JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
    // Half a character, which PostgreSQL can't store.
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    /** The fields of a value within the record. */
    public Fields of(JsonNode inner) {
        return new Fields(inner, now, timed);
    }

    public boolean has(String... names) {
        for (String name : names) {
            if (!json.has(name)) {
                return false;
            }
        }
        return true;
    }

    /** A value, also where it is JSON within a text, as in sets with columns of texts. */
    public JsonNode nested(String field) throws InvalidRecord {
        try {
            return unfolded(json.path(field));
        } catch (JsonProcessingException e) {
            throw new InvalidRecord(field, words -> words.noJson(field));
        }
    }

    /**
     * As {@link #nested}, for what may be no JSON: prompts begin as they like, and Python writes lists in its own way.
     */
    public JsonNode nestedOrText(String field) {
        try {
            return unfolded(json.path(field));
        } catch (JsonProcessingException e) {
            return json.path(field);
        }
    }

    private static JsonNode unfolded(JsonNode value) throws JsonProcessingException {
        String text = value.isTextual() ? value.textValue().strip() : "";
        return text.startsWith("{") || text.startsWith("[") ? NotNumbers.asNull(JSON.readTree(text)) : value;
    }

    /** A name that must be there and can be shown. */
    public String name(String field) throws InvalidRecord {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidRecord(field, words -> words.blank(field));
        }
        return ModelName.require(field, storable(field, value.textValue().strip()));
    }

    /** A text or number, or null. */
    public String optional(String field) throws InvalidRecord {
        JsonNode value = json.path(field);
        if (value.isContainerNode()) {
            throw new InvalidRecord(field, words -> words.noText(field));
        }
        String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
        return text.isBlank() ? null : storable(field, text);
    }

    /** A text or number that must be there. */
    public String required(String field) throws InvalidRecord {
        String text = optional(field);
        if (text == null) {
            throw new InvalidRecord(field, words -> words.missing(field));
        }
        return text;
    }

    // PostgreSQL keeps no NUL; keys are indexed, and an index entry has at most 2,704 bytes.
    public static String storable(String field, String text) throws InvalidRecord {
        if (text.indexOf(0) >= 0 || text.length() > LONGEST) {
            throw new InvalidRecord(field, words -> words.longText(field, LONGEST));
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return UNPAIRED.matcher(text).replaceAll("\ufffd");
            }
        }
        return text;
    }

    /** True, false, or the given value if there is none. */
    public boolean flag(String field, boolean otherwise) throws InvalidRecord {
        JsonNode value = json.path(field);
        String text = value.asText().strip();
        if (text.isEmpty() || value.isNull()) {
            return otherwise;
        }
        if (text.equalsIgnoreCase("true") || text.equals("1") || text.equals("1.0")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0") || text.equals("0.0")) {
            return false;
        }
        throw new InvalidRecord(field, words -> words.noFlag(field));
    }

    /** NaN if there is no number. */
    public double number(String field) {
        JsonNode value = json.path(field);
        if (value.isTextual()) {
            try {
                return Double.parseDouble(value.textValue().strip());
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /** @return the value, or 1 if there is none */
    public int turn(String field) throws InvalidRecord {
        JsonNode turn = json.path(field);
        if (turn.isMissingNode() || turn.isNull()) {
            return 1;
        }
        if (!turn.canConvertToExactIntegral() || !turn.canConvertToInt() || turn.intValue() < 1) {
            throw new InvalidRecord(field, words -> words.notPositive(field));
        }
        return turn.intValue();
    }

    /** A time in seconds or ISO 8601, which only a file without a column of times may lack. */
    public Instant time(String field) throws InvalidRecord {
        return timed ? VoteTime.of(field, json.path(field), now) : now;
    }

    /** A time in seconds or ISO 8601, or that of the import. */
    public Instant timeOrNow(String field) throws InvalidRecord {
        return json.hasNonNull(field) ? VoteTime.of(field, json.path(field), now) : now;
    }

    /** A time in seconds. */
    public Instant seconds(String field) throws InvalidRecord {
        return VoteTime.ofSeconds(field, json.path(field), now);
    }

    /** The user's messages of a conversation: a list of objects with {@code role} and {@code content}. */
    public static List<String> prompts(JsonNode conversation) {
        List<String> prompts = new ArrayList<>();
        for (JsonNode message : conversation) {
            if (message.path("role").asText().equals("user")) {
                String prompt = words(message.path("content"));
                if (!prompt.isEmpty()) {
                    prompts.add(prompt);
                }
            }
        }
        return prompts;
    }

    /** A text, or a list of texts and of objects with a {@code text}, among which pictures may be. */
    public static String words(JsonNode content) {
        StringJoiner text = new StringJoiner("\n").setEmptyValue("");
        for (JsonNode part : content.isArray() ? content : List.of(content)) {
            JsonNode words = part.isObject() ? part.path("text") : part;
            if (words.isTextual()) {
                text.add(words.textValue());
            }
        }
        return text.toString();
    }

    /** The text of a field as the only prompt; none if it is missing. */
    public List<String> prompt(String field) {
        JsonNode value = nestedOrText(field);
        List<String> prompts = new ArrayList<>();
        for (JsonNode part : value.isArray() ? value : List.of(value)) {
            String words = words(part);
            if (!words.isBlank()) {
                prompts.add(words);
            }
        }
        return prompts;
    }

    /** SHA-256 of the whole record as canonical JSON, in hexadecimal digits. */
    public String hash() throws InvalidRecord {
        try {
            return Hashes.sha256Hex(new JsonCanonicalizer(json.toString()).getEncodedString());
        } catch (IOException e) {
            String fault = shown(String.valueOf(e.getMessage()));
            throw new InvalidRecord(endless(), words -> words.notCanonical(fault));
        }
    }

    /** The field with a number that is too large to be one; null if there is none. */
    private String endless() {
        return json.properties().stream()
                .filter(field -> field.getValue().isNumber() && Double.isInfinite(field.getValue().doubleValue()))
                .map(Map.Entry::getKey).map(Fields::shown).findFirst().orElse(null);
    }

    /** The first names of a record's fields, to be shown in a message. */
    public static String names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (names.size() < MOST_NAMES) {
                names.add(shown(name));
            }
        });
        return String.join(", ", names);
    }

    /** At most the 40 first characters, to be repeated in a message. */
    public static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
