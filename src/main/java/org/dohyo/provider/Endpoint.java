package org.dohyo.provider;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a model answers, as it was when the battle needed it: an immutable value, read from the database per call.
 *
 * @param protocol how it is spoken to
 * @param baseUrl the URL below which the protocol's paths lie; null for the vendor's own
 * @param modelId the model's name at the endpoint
 * @param apiKey the key, {@link Secret#NONE} where none is needed
 * @param awsKeys what calls to AWS are signed with, {@link AwsKeys#NONE} elsewhere
 * @param systemPrompt sent before the conversation, or null
 * @param parameters the admin's parameters, passed on in the request's body (temperature, max_tokens, …)
 * @param model the id of the model that calls are counted for, or null
 */
public record Endpoint(Protocol protocol, URI baseUrl, String modelId, Secret apiKey, AwsKeys awsKeys,
        String systemPrompt,
        Map<String, Object> parameters, Long model) {

    /** A shorter key is no secret, and masking it would tear up the words around it. */
    private static final int MIN_MASKED = 8;

    public Endpoint {
        Map<String, Object> given = new HashMap<>(parameters);
        // As with most servers, null means the server's own default.
        given.values().removeIf(Objects::isNull);
        parameters = Map.copyOf(given);
    }

    public Endpoint(Protocol protocol, URI baseUrl, String modelId, Secret apiKey, String systemPrompt,
            Map<String, Object> parameters) {
        this(protocol, baseUrl, modelId, apiKey, AwsKeys.NONE, systemPrompt, parameters, null);
    }

    /** Masks the endpoint's keys in its own words: some servers repeat the key that they refuse. */
    public String withoutSecrets(String words) {
        return Stream.of(apiKey, awsKeys.secretAccessKey(), awsKeys.sessionToken()).map(Secret::reveal)
                .filter(key -> key.length() >= MIN_MASKED).reduce(words, (text, key) -> text.replace(key, "••••"));
    }

    /** The same endpoint with further parameters; those that the admin set stay as they are. */
    public Endpoint with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.putAll(parameters);
        return new Endpoint(protocol, baseUrl, modelId, apiKey, awsKeys, systemPrompt, all, model);
    }

    public boolean hasSystemPrompt() {
        return systemPrompt != null && !systemPrompt.isBlank();
    }

    public URI baseUrl(String vendors) {
        return baseUrl == null ? URI.create(vendors) : baseUrl;
    }
}
