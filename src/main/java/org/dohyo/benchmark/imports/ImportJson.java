package org.dohyo.benchmark.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

    private static final ObjectReader EACH = JSON.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MOST_BLANK = 8192;

    private ImportJson() {
    }

    static JsonNode read(InputStream body) throws IOException {
        return JSON.readTree(Utf8Stream.of(body));
    }

    /** @param place a line or a JSON pointer; empty for the file's only value */
    record Value(String place, JsonNode json) {

        /** The place of a member. */
        String below(String pointer) {
            return place.startsWith("line") ? place + " " + pointer : place + pointer;
        }
    }

    /** The values of a file that holds one, a list of them, or one after another. */
    static List<Value> readAll(InputStream body) throws IOException {
        List<Value> values = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(Utf8Stream.of(body))) {
            while (parser.nextToken() != null) {
                values.add(new Value("line " + parser.currentTokenLocation().getLineNr(), EACH.readTree(parser)));
            }
        }
        if (values.size() != 1) {
            return values;
        }
        JsonNode only = values.get(0).json();
        return only.isArray()
                ? IntStream.range(0, only.size()).mapToObj(i -> new Value("/" + i, only.get(i))).toList()
                : List.of(new Value("", only));
    }

    interface Element {
        void read(String place, JsonNode json);
    }

    /**
     * Reads the elements of a list one by one; a file can be larger than what fits into memory as a tree. Nothing may
     * follow the list.
     */
    static void readList(InputStream text, ImportSheet sheet, Element element) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                element.read("/" + i, EACH.readTree(parser));
            }
            if (parser.nextToken() != null) {
                sheet.broken("line " + parser.currentLocation().getLineNr(), BenchmarkFileMessages::trailing);
            }
        }
    }

    /** The first character that is no white space; nothing is taken from the text. */
    static int first(BufferedInputStream text) throws IOException {
        text.mark(MOST_BLANK);
        int first = text.read();
        for (int i = 1; i < MOST_BLANK && Character.isWhitespace(first); i++) {
            first = text.read();
        }
        text.reset();
        return first;
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
