package org.dohyo.provider;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;

/** The way to every endpoint: picks the provider that speaks its protocol. */
@ApplicationScoped
public class Providers {

    private final Map<Protocol, Provider> byProtocol = new EnumMap<>(Protocol.class);
    private final List<CallObserver> observers;

    public Providers(@All List<Provider> providers, @All List<CallObserver> observers) {
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
     * As {@link Provider#stream}; observers are notified of how an answer ends if the endpoint belongs to a model.
     */
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        return stream(endpoint, conversation, sink, List.of());
    }

    /** @param further observers of this call alone */
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink,
            List<CallObserver> further) {
        Provider provider = byProtocol.get(endpoint.protocol());
        if (endpoint.model() == null || observers.isEmpty() && further.isEmpty()) {
            return provider.stream(endpoint, conversation, sink);
        }
        ObservedStream observed = new ObservedStream(endpoint.model(), sink, call -> Stream
                .concat(observers.stream(), further.stream()).forEach(observer -> observer.ended(call)));
        return observed.of(provider.stream(endpoint, conversation, observed));
    }
}
