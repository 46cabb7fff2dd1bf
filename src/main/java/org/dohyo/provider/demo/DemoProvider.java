package org.dohyo.provider.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.FinishReason;
import org.dohyo.provider.Message;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Provider;
import org.dohyo.provider.ProviderError;

import io.vertx.core.Vertx;

/** Streams the scripted generators' answers by timers, each at its own pace. */
@ApplicationScoped
public class DemoProvider implements Provider {

    private static final int CHUNKS = 40;

    private final Vertx vertx;

    DemoProvider(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Protocol protocol() {
        return Protocol.DEMO;
    }

    @Override
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        AtomicBoolean over = new AtomicBoolean();
        Optional<DemoModel> model = DemoModel.ofId(endpoint.modelId());
        if (model.isEmpty()) {
            ProviderError error = new ProviderError(ProviderError.Kind.MODEL_NOT_FOUND, "no such scripted generator", null);
            vertx.runOnContext(ignored -> {
                if (over.compareAndSet(false, true)) {
                    sink.failed(error);
                }
            });
        } else {
            String text = DemoScript.answer(model.get(), conversation);
            vertx.setTimer(model.get().firstMillis(), timer -> next(model.get(), text, 0, over, sink));
        }
        return () -> over.set(true);
    }

    private void next(DemoModel model, String text, int from, AtomicBoolean over, AnswerSink sink) {
        if (over.get()) {
            return;
        }
        if (from == text.length()) {
            if (over.compareAndSet(false, true)) {
                sink.done(new Completion(FinishReason.STOP, "stop", null, null));
            }
            return;
        }
        int to = text.offsetByCodePoints(from,
                Math.min(1 + text.length() / CHUNKS, text.codePointCount(from, text.length())));
        sink.text(text.substring(from, to));
        vertx.setTimer(model.chunkMillis(), timer -> next(model, text, to, over, sink));
    }
}
