package org.dohyo.provider.gemini;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.Bodies;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.http.PathSegments;
import org.dohyo.provider.http.SseCodec;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Google's Gemini protocol. The key goes into a header, never into the URL, which proxies and logs keep. */
@Singleton
public final class GeminiCodec extends SseCodec {

    private static final String VENDOR = "https://generativelanguage.googleapis.com/v1beta";

    public GeminiCodec(ObjectMapper json) {
        super(Protocol.GEMINI, new GeminiDialect(), json);
    }

    @Override
    protected URI url(Endpoint endpoint) {
        // A tuned model brings its collection along.
        String id = endpoint.modelId();
        String model = id.contains("/") ? id : "models/" + id;
        return HttpCall.below(endpoint.baseUrl(VENDOR),
                "/" + PathSegments.encodeEach(model) + ":streamGenerateContent?alt=sse");
    }

    @Override
    protected void addHeaders(Map<String, String> headers, Endpoint endpoint, Parameters parameters) {
        Bodies.key(headers, "x-goog-api-key", endpoint);
    }

    @Override
    protected Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        Map<String, Object> generation = parameters.object("generationConfig");
        parameters.move("temperature", generation, "temperature");
        parameters.move("top_p", generation, "topP");
        parameters.move("top_k", generation, "topK");
        parameters.move("max_tokens", generation, "maxOutputTokens");
        parameters.moveStops(generation, "stopSequences");
        Map<String, Object> body = new LinkedHashMap<>(parameters.rest());
        if (!generation.isEmpty()) {
            body.put("generationConfig", generation);
        }
        if (endpoint.hasSystemPrompt()) {
            body.put("systemInstruction", Map.of("parts", List.of(Map.of("text", endpoint.systemPrompt()))));
        }
        body.put("contents", conversation.stream().map(GeminiCodec::content).toList());
        return body;
    }

    private static Map<String, Object> content(Message message) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("role", message.role() == Message.Role.USER ? "user" : "model");
        content.put("parts", List.of(Map.of("text", message.content())));
        return content;
    }
}
