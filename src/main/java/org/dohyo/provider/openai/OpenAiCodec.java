package org.dohyo.provider.openai;

import java.net.URI;
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

/**
 * The OpenAI-compatible chat-completions protocol. A base URL that names an {@code api-version} is Azure's form of it.
 */
@Singleton
public final class OpenAiCodec extends SseCodec {

    public OpenAiCodec(ObjectMapper json) {
        super(Protocol.OPENAI, new OpenAiDialect(), json);
    }

    @Override
    protected URI url(Endpoint endpoint) {
        return HttpCall.below(Bodies.required(endpoint), "/chat/completions");
    }

    @Override
    protected void addHeaders(Map<String, String> headers, Endpoint endpoint, Parameters parameters) {
        String query = Bodies.required(endpoint).getRawQuery();
        if (query != null && query.contains("api-version=")) {
            Bodies.key(headers, "api-key", endpoint);
        } else {
            Bodies.bearer(headers, endpoint);
        }
    }

    @Override
    protected Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        return ChatBody.of(endpoint, parameters, conversation);
    }
}
