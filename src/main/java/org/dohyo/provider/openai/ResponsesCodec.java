package org.dohyo.provider.openai;

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
import org.dohyo.provider.http.SseCodec;

import com.fasterxml.jackson.databind.ObjectMapper;

/** OpenAI's Responses interface. Nothing is stored there: each call sends the whole conversation. */
@Singleton
public final class ResponsesCodec extends SseCodec {

    public ResponsesCodec(ObjectMapper json) {
        super(Protocol.RESPONSES, new ResponsesDialect(), json);
    }

    @Override
    protected URI url(Endpoint endpoint) {
        return HttpCall.below(Bodies.required(endpoint), "/responses");
    }

    @Override
    protected Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("store", false);
        parameters.move("max_tokens", body, "max_output_tokens");
        body.putAll(parameters.rest());
        body.put("model", endpoint.modelId());
        if (endpoint.hasSystemPrompt()) {
            body.put("instructions", endpoint.systemPrompt());
        }
        body.put("input", Bodies.messages(conversation));
        body.put("stream", true);
        return body;
    }
}
