package org.dohyo.vote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dohyo.support.Hashes;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The permanent form of a log entry: canonical JSON (RFC 8785) and its leaf hash, SHA-256 of a zero byte and
 * that JSON in UTF-8 (RFC 9162).
 */
public record LogLeaf(String json, byte[] hash) {

    private static final ObjectMapper PLAIN = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    /** The canonical form writes greater numbers as doubles. */
    private static final long EXACT = 1L << 53;
    private static final byte[] LEAF_PREFIX = { 0 };

    /** The leaf of an entry with these members. */
    public static LogLeaf of(Map<String, Object> fields) {
        return written(canonical(fields));
    }

    /** The leaf of an entry that is written already. */
    static LogLeaf written(String json) {
        return new LogLeaf(json, Hashes.sha256(LEAF_PREFIX, json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Canonical JSON (RFC 8785) of an object with these members. */
    public static String canonical(Map<String, ?> members) {
        try {
            String json = PLAIN.writeValueAsString(members);
            return members.values().stream().allMatch(LogLeaf::plain) ? json
                    : new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("a log entry can't be written as JSON", e);
        }
    }

    /**
     * True if Jackson writes the value as the canonical form has it: by keys in the order of their characters, and
     * without fractions and control characters, which the two write differently.
     */
    private static boolean plain(Object value) {
        if (value instanceof String text) {
            return text.chars().allMatch(unit -> unit >= ' ' && !Character.isSurrogate((char) unit));
        }
        if (value instanceof Object[] list) {
            return Arrays.stream(list).allMatch(LogLeaf::plain);
        }
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().allMatch(LogLeaf::plain);
        }
        return value == null || value instanceof Boolean || value instanceof Integer
                || value instanceof Long whole && Math.abs(whole) < EXACT;
    }

    /** How an entry names a model's revision. */
    public static Map<String, Object> model(String slug, int revision) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("slug", slug);
        model.put("revision", revision);
        return model;
    }

    /** Null for null. */
    public static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
