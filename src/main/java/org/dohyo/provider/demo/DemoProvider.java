package org.dohyo.provider.demo;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.InvalidEndpointException.Fault;
import org.dohyo.provider.Message;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Provider;

import io.vertx.core.Vertx;

/** Streams the scripted generators' answers by timers, each at its own pace. */
@ApplicationScoped
public class DemoProvider implements Provider {

    private final Vertx vertx;

    DemoProvider(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Set<Protocol> protocols() {
        return Set.of(Protocol.DEMO);
    }

    @Override
    public void check(Endpoint endpoint) {
        if (DemoModel.ofId(endpoint.modelId()).isEmpty()) {
            throw new InvalidEndpointException("modelId", Fault.NO_GENERATOR);
        }
    }

    @Override
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        DemoStream stream = new DemoStream(vertx, sink);
        DemoModel.ofId(endpoint.modelId()).ifPresentOrElse(
                model -> stream.say(model.answer(Question.last(conversation)), model.pace()), stream::refuse);
        return stream;
    }
}
