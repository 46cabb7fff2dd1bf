package org.dohyo.provider.anthropic;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.InvalidEndpointException.Fault;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.Bodies;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.http.SseCodec;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Anthropic's Messages protocol. The parameter {@code api_version} names another version than {@value #VERSION}; from
 * that version on the interface refuses parameters of sampling even at their default values.
 */
@Singleton
public final class AnthropicCodec extends SseCodec {

    public static final String VERSION = "2026-10-21";
    private static final String VENDOR = "https://api.anthropic.com/v1";
    private static final Set<String> SAMPLING = Set.of("temperature", "top_p", "top_k");
    /** The interface wants a bound; this one lets every model of the vendor answer. */
    private static final int MAX_TOKENS = 4096;

    public AnthropicCodec(ObjectMapper json) {
        super(Protocol.ANTHROPIC, new AnthropicDialect(), json);
    }

    @Override
    protected URI url(Endpoint endpoint) {
        return HttpCall.below(endpoint.baseUrl(VENDOR), "/messages");
    }

    @Override
    protected void addHeaders(Map<String, String> headers, Endpoint endpoint, Parameters parameters) {
        String version = parameters.text("api_version", VERSION);
        // Versions are dates.
        if (version.compareTo(VERSION) >= 0 && SAMPLING.stream().anyMatch(parameters::has)) {
            throw new InvalidEndpointException("parameters", Fault.SAMPLING, "2023-06-01");
        }
        headers.put("anthropic-version", version);
        Bodies.key(headers, "x-api-key", endpoint);
    }

    @Override
    protected Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("max_tokens", MAX_TOKENS);
        parameters.moveStops(body, "stop_sequences");
        body.putAll(parameters.rest());
        body.put("model", endpoint.modelId());
        if (endpoint.hasSystemPrompt()) {
            body.put("system", endpoint.systemPrompt());
        }
        body.put("messages", Bodies.messages(conversation));
        body.put("stream", true);
        return body;
    }
}
