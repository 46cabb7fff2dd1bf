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
    private final Instance<CallObserver> observers;

    Providers(Instance<Provider> providers, Instance<CallObserver> observers) {
        this.observers = observers;
        for (Provider provider : providers) {
            provider.protocols().forEach(protocol -> byProtocol.put(protocol, provider));
        }
    }

    /** As {@link Provider#check}. */
    public void check(Endpoint endpoint) {
        byProtocol.get(endpoint.protocol()).check(endpoint);
    }

    /**
     * As {@link Provider#stream}; the observer is notified of how an answer ends if the endpoint belongs to a model.
     */
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        Provider provider = byProtocol.get(endpoint.protocol());
        if (endpoint.account() == null || !observers.isResolvable()) {
            return provider.stream(endpoint, conversation, sink);
        }
        ObservedStream observed = new ObservedStream(endpoint.account(), sink, observers.get());
        return observed.of(provider.stream(endpoint, conversation, observed));
    }
}
