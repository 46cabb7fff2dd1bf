package org.dohyo.vote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dohyo.support.Hashes;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The permanent form of a log entry: canonical JSON (RFC 8785) and its leaf hash, SHA-256 of a zero byte and
 * that JSON in UTF-8 (RFC 9162).
 */
public record LogLeaf(String json, byte[] hash) {

    private static final ObjectMapper PLAIN = new ObjectMapper();
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
            return new JsonCanonicalizer(PLAIN.writeValueAsString(members)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("a log entry can't be written as JSON", e);
        }
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
