package org.dohyo.provider.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;

/**
 * The request of text-generation servers that know no conversation: it is written out as one text. The parameter
 * {@code "turns": {"user", "assistant", "end"}} says how a model was trained to see it; by default a single turn is
 * sent as it is, and a longer conversation as lines that begin with {@code User: } and {@code Assistant: }.
 */
final class GenerateBody {

    private GenerateBody() {
    }

    static Map<String, Object> of(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        Map<String, Object> turns = parameters.object("turns");
        Map<String, Object> generation = new LinkedHashMap<>();
        generation.put("details", true);
        parameters.move("max_tokens", generation, "max_new_tokens");
        parameters.moveStops(generation, "stop");
        generation.putAll(parameters.rest());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("inputs", text(endpoint, turns, conversation));
        body.put("parameters", generation);
        body.put("stream", true);
        return body;
    }

    private static String text(Endpoint endpoint, Map<String, Object> turns, List<Message> conversation) {
        StringBuilder text = new StringBuilder();
        String end = word(turns, "end", "\n");
        if (endpoint.hasSystemPrompt()) {
            text.append(endpoint.systemPrompt()).append(end);
        }
        if (turns.isEmpty() && conversation.size() == 1) {
            return text.append(conversation.get(0).content()).toString();
        }
        String user = word(turns, "user", "User: ");
        String assistant = word(turns, "assistant", "Assistant: ");
        for (Message message : conversation) {
            text.append(message.role() == Message.Role.USER ? user : assistant).append(message.content()).append(end);
        }
        return text.append(assistant).toString();
    }

    private static String word(Map<String, Object> turns, String name, String otherwise) {
        Object word = turns.getOrDefault(name, otherwise);
        if (word instanceof String text) {
            return text;
        }
        throw new InvalidEndpointException("parameters", "must have a text as turns." + name);
    }
}
