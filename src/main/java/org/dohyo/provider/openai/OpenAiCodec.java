package org.dohyo.provider.openai;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.Bodies;
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The OpenAI-compatible chat-completions protocol. A base URL that names an {@code api-version} is Azure's form of it.
 */
@Singleton
public final class OpenAiCodec implements Codec {

    private static final String STREAM_OPTIONS = "stream_options";

    private final ObjectMapper json;
    private final Dialect dialect = new OpenAiDialect();

    public OpenAiCodec(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Protocol protocol() {
        return Protocol.OPENAI;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        URI base = Bodies.required(endpoint);
        Map<String, String> headers = Bodies.headers(answerType());
        if (!endpoint.apiKey().isEmpty()) {
            String key = endpoint.apiKey().reveal();
            boolean azure = base.getRawQuery() != null && base.getRawQuery().contains("api-version=");
            headers.put(azure ? "api-key" : "Authorization", azure ? key : "Bearer " + key);
        }
        return new HttpCall(HttpCall.below(base, "/chat/completions"), headers,
                Bodies.write(json, body(endpoint, new Parameters(endpoint), conversation)));
    }

    /** The body. The admin's parameters win, but not over what makes it this conversation's stream. */
    public static Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(STREAM_OPTIONS, Map.of("include_usage", true));
        body.putAll(parameters.rest());
        // Older servers refuse the field; "stream_options": false leaves it out.
        body.remove(STREAM_OPTIONS, false);
        body.put("model", endpoint.modelId());
        body.put("messages", messages(endpoint, conversation));
        body.put("stream", true);
        return body;
    }

    private static List<Map<String, String>> messages(Endpoint endpoint, List<Message> conversation) {
        List<Map<String, String>> messages = new ArrayList<>();
        if (endpoint.hasSystemPrompt()) {
            messages.add(Bodies.message("system", endpoint.systemPrompt()));
        }
        conversation.forEach(m -> messages.add(Bodies.message(m.role().name().toLowerCase(Locale.ROOT), m.content())));
        return messages;
    }

    @Override
    public String answerType() {
        return "text/event-stream";
    }

    @Override
    public Decoder decoder(Endpoint endpoint, Transcript transcript) {
        return new SseDecoder(json, dialect, transcript);
    }
}
