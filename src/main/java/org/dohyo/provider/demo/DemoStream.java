package org.dohyo.provider.demo;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.FinishReason;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.demo.DemoModel.Pace;

import io.vertx.core.Vertx;

/**
 * One scripted answer on its way.
 * <p>
 * The sink's own monitor guards the state and is held while the sink is called: so whoever returned from
 * {@link #cancel()} gets no call any more. A lock of this class's own could not promise that without a deadlock: a sink
 * may well hold its monitor while it cancels, as a call on its way waits for that monitor.
 */
final class DemoStream implements AnswerStream {

    private final Vertx vertx;
    private final AnswerSink sink;
    private boolean over;

    DemoStream(Vertx vertx, AnswerSink sink) {
        this.vertx = vertx;
        this.sink = sink;
    }

    @Override
    public void cancel() {
        synchronized (sink) {
            over = true;
        }
    }

    void say(String text, Pace pace) {
        int step = (text.length() + pace.chunks() - 1) / pace.chunks();
        after(pace.firstMillis(), () -> next(text, 0, step, pace.chunkMillis()));
    }

    void refuse() {
        after(1, () -> sink
                .failed(new ProviderError(ProviderError.Kind.MODEL_NOT_FOUND, "no such scripted generator", null)));
    }

    private void next(String text, int from, int step, long pause) {
        if (from == text.length()) {
            sink.done(new Completion(FinishReason.STOP, "stop", null, null));
            return;
        }
        int to = end(text, from, step);
        sink.text(text.substring(from, to));
        after(pause, () -> next(text, to, step, pause));
    }

    /** Not between the halves of a surrogate pair. */
    private static int end(String text, int from, int step) {
        int to = Math.min(text.length(), from + step);
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    }

    private void after(long millis, Runnable action) {
        vertx.setTimer(millis, fired -> {
            synchronized (sink) {
                if (!over) {
                    action.run();
                }
            }
        });
    }
}
