package org.dohyo.provider.openai;

import java.net.URI;
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

/** OpenAI's Responses interface. Nothing is stored there: each call sends the whole conversation. */
@Singleton
public final class ResponsesCodec implements Codec {

    private final ObjectMapper json;
    private final Dialect dialect = new ResponsesDialect();

    public ResponsesCodec(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Protocol protocol() {
        return Protocol.RESPONSES;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        URI base = Bodies.required(endpoint);
        Map<String, String> headers = Bodies.headers(answerType());
        Bodies.bearer(headers, endpoint);
        return new HttpCall(HttpCall.below(base, "/responses"), headers,
                Bodies.write(json, body(endpoint, conversation)));
    }

    private static Map<String, Object> body(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("store", false);
        parameters.move("max_tokens", body, "max_output_tokens");
        body.putAll(parameters.rest());
        body.put("model", endpoint.modelId());
        if (endpoint.hasSystemPrompt()) {
            body.put("instructions", endpoint.systemPrompt());
        }
        body.put("input", conversation.stream()
                .map(m -> Bodies.message(m.role().name().toLowerCase(Locale.ROOT), m.content())).toList());
        body.put("stream", true);
        return body;
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
