package org.dohyo.benchmark.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as Python writes it: NaN and Infinity are numbers there. They are read, so that their place can be named.
 */
final class ImportJson {

    private static final ObjectReader JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build().reader();

    private ImportJson() {
    }

    static JsonNode read(InputStream body) throws IOException {
        return JSON.readTree(Utf8Stream.of(body));
    }

    static JsonNode read(byte[] body) throws IOException {
        return read(new ByteArrayInputStream(body));
    }

    /** A pointer's next step, as RFC 6901 writes it. */
    static String below(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /** The node's text, or null if it is no text. */
    static String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }
}
