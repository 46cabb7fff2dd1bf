package org.dohyo.provider;

import java.net.URI;
import java.util.Map;

/**
 * Where a model answers, as it was when the battle needed it: an immutable value, read from the database per call.
 *
 * @param protocol how it is spoken to
 * @param baseUrl the URL below which the protocol's paths lie; null for {@link Protocol#DEMO}
 * @param modelId the model's name at the endpoint
 * @param apiKey the key, {@link Secret#NONE} where none is needed
 * @param systemPrompt sent before the conversation, or null
 * @param parameters the admin's parameters, passed on in the request's body (temperature, max_tokens, …)
 */
public record Endpoint(Protocol protocol, URI baseUrl, String modelId, Secret apiKey, String systemPrompt,
        Map<String, Object> parameters) {

    public Endpoint {
        parameters = Map.copyOf(parameters);
    }
}
