package org.dohyo.vote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.dohyo.support.Hashes;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The permanent form of a log entry: canonical JSON (RFC 8785) and its leaf hash, SHA-256 of a zero byte and
 * that JSON in UTF-8 (RFC 9162).
 */
public record LogLeaf(String json, byte[] hash) {

    private static final ObjectMapper JSON = new ObjectMapper();
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
        if (plain(members)) {
            StringBuilder json = new StringBuilder(512);
            write(json, members);
            return json.toString();
        }
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(members)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("a log entry can't be written as JSON", e);
        }
    }

    /** True if the value has only what {@link #write} can write: no fractions and no control characters. */
    private static boolean plain(Object value) {
        if (value instanceof String text) {
            return plain(text);
        }
        if (value instanceof Object[] list) {
            for (Object item : list) {
                if (!plain(item)) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                if (!plain(member.getKey()) || !plain(member.getValue())) {
                    return false;
                }
            }
            return true;
        }
        return value == null || value instanceof Boolean || value instanceof Integer
                || value instanceof Long whole && Math.abs(whole) < EXACT;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Writes a plain value in the canonical form, keys in the order of their characters. */
    private static void write(StringBuilder json, Object value) {
        if (value instanceof String text) {
            json.append('"').append(escaped(text)).append('"');
        } else if (value instanceof Object[] list) {
            json.append('[');
            for (int i = 0; i < list.length; i++) {
                write(i == 0 ? json : json.append(','), list[i]);
            }
            json.append(']');
        } else if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : inOrder(members).entrySet()) {
                write(json.append(separator), member.getKey());
                write(json.append(':'), member.getValue());
                separator = ",";
            }
            json.append(members.isEmpty() ? "{}" : "}");
        } else {
            json.append(value);
        }
    }

    /** The members in the order of their keys, which those of a vote have already. */
    private static Map<?, ?> inOrder(Map<?, ?> members) {
        String last = "";
        for (Object key : members.keySet()) {
            String name = (String) key;
            if (last.compareTo(name) > 0) {
                return new TreeMap<>(members);
            }
            last = name;
        }
        return members;
    }

    private static String escaped(String text) {
        return text.indexOf('"') < 0 && text.indexOf('\\') < 0 ? text
                : text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** How an entry names a model's revision. */
    public static Map<String, Object> model(String slug, int revision) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("revision", revision);
        model.put("slug", slug);
        return model;
    }

    /** Null for null. */
    public static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
