package org.dohyo.benchmark.runner;

import java.util.List;
import java.util.Map;

import org.dohyo.provider.Message;

/**
 * The request of one benchmark call.
 *
 * @param extras further parameters for endpoints that speak OpenAI's protocol
 */
public record RunCallRequest(List<Message> messages, Map<String, Object> extras) {

    public static RunCallRequest of(List<Message> messages) {
        return new RunCallRequest(messages, Map.of());
    }
}
