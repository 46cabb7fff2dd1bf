package org.dohyo.provider.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;

/** The request of servers that take {@code inputs}: TGI, and SageMaker's containers of the older kind. */
public final class GenerateBody {

    private GenerateBody() {
    }

    public static Map<String, Object> of(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        PromptTemplate template = PromptTemplate.of(parameters, conversation);
        Map<String, Object> generation = new LinkedHashMap<>();
        generation.put("details", true);
        parameters.move("max_tokens", generation, "max_new_tokens");
        parameters.moveStops(generation, "stop");
        if (!template.nextTurn().isEmpty()) {
            generation.putIfAbsent("stop", List.of(template.nextTurn()));
        }
        generation.putAll(parameters.rest());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("inputs", template.write(endpoint, conversation));
        body.put("parameters", generation);
        body.put("stream", true);
        return body;
    }
}
