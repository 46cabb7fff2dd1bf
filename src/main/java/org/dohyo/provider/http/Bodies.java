package org.dohyo.provider.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.InvalidEndpointException.Fault;
import org.dohyo.provider.Message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The common parts of every protocol's request. */
public final class Bodies {

    private Bodies() {
    }

    public static Map<String, String> headers(String accept) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", accept);
        return headers;
    }

    /** Adds the endpoint's key as a bearer token, if it has one. */
    public static void bearer(Map<String, String> headers, Endpoint endpoint) {
        if (!endpoint.apiKey().isEmpty()) {
            headers.put("Authorization", "Bearer " + endpoint.apiKey().reveal());
        }
    }

    /** Adds the endpoint's key as a header of that name, if it has one. */
    public static void key(Map<String, String> headers, String name, Endpoint endpoint) {
        if (!endpoint.apiKey().isEmpty()) {
            headers.put(name, endpoint.apiKey().reveal());
        }
    }

    /**
     * The base URL of a protocol that no vendor has an address for.
     *
     * @throws InvalidEndpointException if the endpoint has none
     */
    public static URI required(Endpoint endpoint) {
        if (endpoint.baseUrl() == null) {
            throw new InvalidEndpointException("baseUrl", Fault.MISSING);
        }
        return endpoint.baseUrl();
    }

    public static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    public static List<Map<String, String>> messages(List<Message> conversation) {
        return conversation.stream()
                .map(message -> message(message.role().name().toLowerCase(Locale.ROOT), message.content())).toList();
    }

    public static byte[] write(ObjectMapper json, Map<String, Object> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new InvalidEndpointException("parameters", Fault.NOT_JSON);
        }
    }
}
