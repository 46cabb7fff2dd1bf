package org.dohyo.provider.stream;

import org.dohyo.provider.ProviderError.Kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads server-sent events whose data are JSON objects. */
public final class SseDecoder implements Decoder {

    private final ObjectMapper json;
    private final Dialect dialect;
    private final Transcript transcript;
    private final SseParser parser = new SseParser(this::event);

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
    }

    private void event(SseParser.Event event) {
        String data = event.data().strip();
        if (transcript.ended() || data.isEmpty()) {
            return;
        }
        if (data.equals("[DONE]")) {
            transcript.end();
        } else if (event.name().equals("error")) {
            throw HttpErrors.inStream("", data);
        } else {
            message(event.name(), object(json, data));
        }
    }

    private void message(String name, JsonNode message) {
        if (message.hasNonNull("error") || "error".equals(message.path("object").asText())) {
            throw HttpErrors.inStream("", message.toString());
        }
        dialect.read(name, message, transcript);
    }

    public static JsonNode object(ObjectMapper json, String text) {
        try {
            JsonNode node = json.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // told below: the parser's message quotes the answer at length
        }
        throw new StreamFailure(Kind.PROTOCOL, "a chunk is not a JSON object");
    }
}
