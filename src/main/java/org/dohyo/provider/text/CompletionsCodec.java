package org.dohyo.provider.text;

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
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.openai.OpenAiDialect;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The text completions of OpenAI-compatible servers, by which models without a chat template are asked. */
@Singleton
public final class CompletionsCodec implements Codec {

    private static final String STREAM_OPTIONS = "stream_options";

    private final ObjectMapper json;
    private final Dialect dialect = new OpenAiDialect();

    public CompletionsCodec(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Protocol protocol() {
        return Protocol.COMPLETIONS;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        URI base = Bodies.required(endpoint);
        Map<String, String> headers = Bodies.headers(answerType());
        Bodies.bearer(headers, endpoint);
        return new HttpCall(HttpCall.below(base, "/completions"), headers,
                Bodies.write(json, body(endpoint, conversation)));
    }

    private static Map<String, Object> body(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        PromptTemplate template = PromptTemplate.of(parameters, conversation);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(STREAM_OPTIONS, Map.of("include_usage", true));
        if (!template.nextTurn().isEmpty()) {
            body.put("stop", List.of(template.nextTurn()));
        }
        body.putAll(parameters.rest());
        body.remove(STREAM_OPTIONS, false);
        body.put("model", endpoint.modelId());
        body.put("prompt", template.write(endpoint, conversation));
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
