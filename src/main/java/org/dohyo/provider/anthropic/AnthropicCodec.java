package org.dohyo.provider.anthropic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
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
 * Anthropic's Messages protocol. The parameter {@code api_version} names another version than {@value #VERSION}; from
 * that version on the interface refuses parameters of sampling even at their default values.
 */
@Singleton
public final class AnthropicCodec implements Codec {

    public static final String VERSION = "2026-10-21";
    private static final String VENDOR = "https://api.anthropic.com/v1";
    private static final Set<String> SAMPLING = Set.of("temperature", "top_p", "top_k");
    /** The interface wants a bound; this one lets every model of the vendor answer. */
    private static final int MAX_TOKENS = 4096;

    private final ObjectMapper json;
    private final Dialect dialect = new AnthropicDialect();

    public AnthropicCodec(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Protocol protocol() {
        return Protocol.ANTHROPIC;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        String version = parameters.text("api_version", VERSION);
        // Versions are dates.
        if (version.compareTo(VERSION) >= 0 && SAMPLING.stream().anyMatch(parameters::has)) {
            throw new InvalidEndpointException("parameters",
                    "must leave out temperature, top_p and top_k, or have \"api_version\": \"2023-06-01\"");
        }
        Map<String, String> headers = Bodies.headers(answerType());
        headers.put("anthropic-version", version);
        if (!endpoint.apiKey().isEmpty()) {
            headers.put("x-api-key", endpoint.apiKey().reveal());
        }
        return new HttpCall(HttpCall.below(endpoint.baseUrl(VENDOR), "/messages"), headers,
                Bodies.write(json, body(endpoint, parameters, conversation)));
    }

    private static Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("max_tokens", MAX_TOKENS);
        parameters.moveStops(body, "stop_sequences");
        body.putAll(parameters.rest());
        body.put("model", endpoint.modelId());
        if (endpoint.hasSystemPrompt()) {
            body.put("system", endpoint.systemPrompt());
        }
        body.put("messages", conversation.stream()
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
