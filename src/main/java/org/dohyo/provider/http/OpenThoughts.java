package org.dohyo.provider.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Parameters;

/**
 * Knows the endpoints whose answers begin within a thought, since the model's template ends the prompt with the opening
 * tag: by the admin's parameter, by the names of such models, and from earlier answers.
 */
final class OpenThoughts {

    private static final int MOST = 10_000;
    private static final Pattern NAMES = Pattern.compile("deepseek-?r1|[-_/.]r1[-_]distill|\\bqwq\\b|[-_]thinking\\b",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> learnt = ConcurrentHashMap.newKeySet();

    boolean expected(Endpoint endpoint) {
        return endpoint.parameters().get(Parameters.OPENS_WITH_THOUGHT) instanceof Boolean known ? known
                : learnt.contains(key(endpoint)) || NAMES.matcher(endpoint.modelId()).find();
    }

    void learn(Endpoint endpoint) {
        if (learnt.size() < MOST) {
            learnt.add(key(endpoint));
        }
    }

    void forget(Endpoint endpoint) {
        learnt.remove(key(endpoint));
    }

    private static String key(Endpoint endpoint) {
        return endpoint.baseUrl() + " " + endpoint.modelId();
    }
}
