package org.dohyo.model.endpoint;

import java.util.function.Consumer;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.ProviderError;

/** A call in progress whose answer is needed whole, without its reasoning. Thread-safe. */
public abstract class CollectedAnswer implements AnswerSink {

    private final long id;
    private final StringBuilder text = new StringBuilder();
    private Consumer<CollectedAnswer> ended;
    private AnswerStream stream;
    private Completion completion;
    private ProviderError error;
    private boolean stopped;

    /** @param id of the claimed call */
    protected CollectedAnswer(long id) {
        this.id = id;
    }

    public final long id() {
        return id;
    }

    /** @param end called once, on an event loop, when the call succeeds or fails; not after {@link #stop} */
    final synchronized void whenEnded(Consumer<CollectedAnswer> end) {
        ended = end;
    }

    final synchronized void runs(AnswerStream running) {
        stream = running;
        if (stopped) {
            running.cancel();
        }
    }

    /** Aborts the call. */
    final synchronized void stop() {
        stopped = true;
        if (stream != null) {
            stream.cancel();
        }
    }

    @Override
    public synchronized void text(String more) {
        text.append(more);
    }

    @Override
    public void reasoning(String more) {
        // What a model thinks is not its answer.
    }

    @Override
    public synchronized void reasoningSoFar() {
        text.setLength(0);
    }

    @Override
    public void done(Completion good) {
        end(good, null);
    }

    @Override
    public void failed(ProviderError bad) {
        end(null, bad);
    }

    private void end(Completion good, ProviderError bad) {
        Consumer<CollectedAnswer> end;
        synchronized (this) {
            completion = good;
            error = bad;
            end = ended;
        }
        end.accept(this);
    }

    /** Null for a call that succeeded. */
    public final synchronized ProviderError error() {
        return error;
    }

    public final synchronized String text() {
        return text.toString();
    }

    /** Null for a call that failed. */
    public final synchronized Completion completion() {
        return completion;
    }

    public final synchronized Integer promptTokens() {
        return completion == null ? null : completion.promptTokens();
    }

    public final synchronized Integer completionTokens() {
        return completion == null ? null : completion.completionTokens();
    }
}
