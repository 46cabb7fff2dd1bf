package org.dohyo.provider.openai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.http.Bodies;

/**
 * The request of chat completions. The admin's parameters win, but not over what makes it this conversation's stream.
 */
public final class ChatBody {

    private static final String STREAM_OPTIONS = "stream_options";

    private ChatBody() {
    }

    public static Map<String, Object> of(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        List<Map<String, String>> messages = new ArrayList<>();
        if (endpoint.hasSystemPrompt()) {
            messages.add(Bodies.message("system", endpoint.systemPrompt()));
        }
        messages.addAll(Bodies.messages(conversation));
        Map<String, Object> body = streamed(endpoint, parameters, Map.of());
        body.put("messages", messages);
        return body;
    }

    /**
     * A request of OpenAI's older interfaces without its prompt.
     *
     * @param defaults what the admin's parameters may replace
     */
    public static Map<String, Object> streamed(Endpoint endpoint, Parameters parameters,
            Map<String, Object> defaults) {
        Map<String, Object> body = new LinkedHashMap<>(defaults);
        body.put(STREAM_OPTIONS, Map.of("include_usage", true));
        body.putAll(parameters.rest());
        // Older servers refuse the field; "stream_options": false leaves it out.
        body.remove(STREAM_OPTIONS, false);
        body.put("model", endpoint.modelId());
        body.put("stream", true);
        return body;
    }
}
