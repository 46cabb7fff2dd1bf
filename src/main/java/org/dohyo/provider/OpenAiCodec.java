package org.dohyo.provider;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The OpenAI-compatible chat-completions protocol, without the network. */
final class OpenAiCodec {

    private static final String STREAM_OPTIONS = "stream_options";

    private final ObjectMapper json;

    OpenAiCodec(ObjectMapper json) {
        this.json = json;
    }

    static URI url(Endpoint endpoint) {
        URI base = endpoint.baseUrl();
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return base.resolve(path.replaceAll("/+$", "") + "/chat/completions" + query);
    }

    /** The body. The admin's parameters win, but not over what makes it this conversation's stream. */
    byte[] body(Endpoint endpoint, List<Message> conversation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(STREAM_OPTIONS, Map.of("include_usage", true));
        body.putAll(endpoint.parameters());
        // Older servers refuse the field; "stream_options": false leaves it out.
        body.remove(STREAM_OPTIONS, false);
        body.put("model", endpoint.modelId());
        body.put("messages", messages(endpoint.systemPrompt(), conversation));
        body.put("stream", true);
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the parameters can't be written as JSON", e);
        }
    }

    OpenAiDecoder decoder(AnswerSink sink) {
        return new OpenAiDecoder(json, sink);
    }

    private static List<Map<String, String>> messages(String systemPrompt, List<Message> conversation) {
        List<Map<String, String>> messages = new ArrayList<>();
        if (systemPrompt != null && !systemPrompt.isBlank()) {
            messages.add(message("system", systemPrompt));
        }
        conversation.forEach(m -> messages.add(message(m.role().name().toLowerCase(Locale.ROOT), m.content())));
        return messages;
    }

    private static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }
}
