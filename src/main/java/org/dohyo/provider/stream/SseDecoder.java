package org.dohyo.provider.stream;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import org.dohyo.provider.ProviderError.Kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads server-sent events whose data are JSON objects. Data that are no JSON are skipped: keep-alives of proxies. Once
 * the answer has finished nothing that follows can fail it; if it never does, the words that were skipped tell why.
 */
public final class SseDecoder implements Decoder {

    private static final Set<String> END_MARKS = Set.of("done", "[done]");
    private static final Set<String> END_EVENTS = Set.of("done", "[done]", "end");

    private final ObjectMapper json;
    private final Dialect dialect;
    private final Transcript transcript;
    private final StringBuilder skipped = new StringBuilder();
    private final SseParser parser = new SseParser(new SseParser.Listener() {

        @Override
        public void event(String name, String data) {
            if (!transcript.ended()) {
                read(name.strip(), data.strip());
            }
        }

        @Override
        public void stray(String line) {
            if (!transcript.ended()) {
                read("", line.strip());
            }
        }
    });

    public SseDecoder(ObjectMapper json, Dialect dialect, Transcript transcript) {
        this.json = json;
        this.dialect = dialect;
        this.transcript = transcript;
    }

    @Override
    public void feed(byte[] bytes) {
        parser.feed(bytes);
    }

    @Override
    public void end() {
        parser.end();
        if (!transcript.finished() && !transcript.ended() && !skipped.isEmpty()) {
            throw HttpErrors.unfinished(transcript.begun(), skipped.toString());
        }
    }

    private void read(String name, String data) {
        if (END_MARKS.contains(data.replace("\"", "").toLowerCase(Locale.ROOT))) {
            transcript.end();
        } else if (name.equals("error")) {
            fail(data);
        } else {
            if (JsonEnd.begins(data)) {
                values(name, data);
            } else {
                skip(data);
            }
            if (END_EVENTS.contains(name.toLowerCase(Locale.ROOT))) {
                transcript.end();
            }
        }
    }

    /** One object, several one after another, or a list of them. */
    private void values(String name, String data) {
        try (MappingIterator<JsonNode> values = json.readerFor(JsonNode.class).readValues(data)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isArray()) {
                    value.forEach(element -> message(name, element));
                } else {
                    message(name, value);
                }
            }
        } catch (IOException e) {
            // The parser's own message quotes the answer at length.
            if (!transcript.finished()) {
                throw new StreamFailure(Kind.PROTOCOL, "a chunk is not JSON: " + HttpErrors.start(data));
            }
        }
    }

    private void message(String name, JsonNode message) {
        if (ErrorForms.isError(message)) {
            fail(message.toString());
        } else if (message.isObject() && dialect.knows(name, message)) {
            dialect.read(name, message, transcript);
        } else {
            skip(message.toString());
        }
    }

    private void fail(String words) {
        if (!transcript.finished()) {
            throw HttpErrors.inStream("", words);
        }
    }

    private void skip(String words) {
        if (!words.isEmpty() && skipped.length() < HttpErrors.MOST_WORDS) {
            skipped.append(skipped.isEmpty() ? "" : " ").append(HttpErrors.start(words));
        }
    }

    /** @throws StreamFailure if the text is not one JSON value */
    public static JsonNode value(ObjectMapper json, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new StreamFailure(Kind.PROTOCOL, "the answer is not JSON");
        }
    }

    /** @throws StreamFailure if the text is not one JSON object */
    public static JsonNode object(ObjectMapper json, String text) {
        JsonNode value = value(json, text);
        if (!value.isObject()) {
            throw new StreamFailure(Kind.PROTOCOL, "a chunk is not a JSON object");
        }
        return value;
    }
}
