package org.dohyo.provider;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dohyo.provider.CallObserver.Call;

/** Forwards one answer and reports to an observer, once, how it ended. */
final class ObservedStream implements AnswerSink, AnswerStream {

    private final long model;
    private final AnswerSink sink;
    private final CallObserver observer;
    private final long start = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile AnswerStream running;
    private volatile Long first;

    ObservedStream(long model, AnswerSink sink, CallObserver observer) {
        this.model = model;
        this.sink = sink;
        this.observer = observer;
    }

    ObservedStream of(AnswerStream stream) {
        running = stream;
        return this;
    }

    @Override
    public void cancel() {
        running.cancel();
        tell(null, true, 0);
    }

    @Override
    public void text(String text) {
        seen();
        sink.text(text);
    }

    @Override
    public void reasoning(String text) {
        seen();
        sink.reasoning(text);
    }

    @Override
    public void reasoningSoFar() {
        sink.reasoningSoFar();
    }

    @Override
    public void firstTokenLogprobs(Map<String, Double> logProbabilities) {
        sink.firstTokenLogprobs(logProbabilities);
    }

    private void seen() {
        if (first == null) {
            first = millis();
        }
    }

    @Override
    public void done(Completion completion) {
        tell(null, false, count(completion.promptTokens()) + count(completion.completionTokens()));
        sink.done(completion);
    }

    @Override
    public void failed(ProviderError error) {
        tell(error, false, 0);
        sink.failed(error);
    }

    private void tell(ProviderError error, boolean cancelled, long tokens) {
        if (told.compareAndSet(false, true)) {
            observer.ended(new Call(model, error, cancelled, first, millis(), tokens));
        }
    }

    private static long count(Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    private long millis() {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
