package org.dohyo.provider;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** The way to every endpoint: picks the provider that speaks its protocol. */
@ApplicationScoped
public class Providers {

    private final Map<Protocol, Provider> byProtocol = new EnumMap<>(Protocol.class);

    Providers(Instance<Provider> providers) {
        for (Provider provider : providers) {
            provider.protocols().forEach(protocol -> byProtocol.put(protocol, provider));
        }
    }

    /** As {@link Provider#check}. */
    public void check(Endpoint endpoint) {
        byProtocol.get(endpoint.protocol()).check(endpoint);
    }

    /** As {@link Provider#stream}. */
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        return byProtocol.get(endpoint.protocol()).stream(endpoint, conversation, sink);
    }
}
