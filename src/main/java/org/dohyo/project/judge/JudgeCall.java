package org.dohyo.project.judge;

import java.util.function.Consumer;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.ProviderError;

/** One call in progress. Thread-safe. */
final class JudgeCall implements AnswerSink {

    private final JudgeQueue.Claimed claimed;
    private final Consumer<JudgeCall> ended;
    private final StringBuilder text = new StringBuilder();
    private AnswerStream stream;
    private Completion completion;
    private ProviderError error;
    private boolean stopped;

    /** @param ended called once, on an event loop, when the call succeeds or fails; not after {@link #stop} */
    JudgeCall(JudgeQueue.Claimed claimed, Consumer<JudgeCall> ended) {
        this.claimed = claimed;
        this.ended = ended;
    }

    synchronized void runs(AnswerStream running) {
        stream = running;
        if (stopped) {
            running.cancel();
        }
    }

    /** Aborts the call. */
    synchronized void stop() {
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
        // What the judge thinks is not its verdict.
    }

    @Override
    public synchronized void reasoningSoFar() {
        text.setLength(0);
    }

    @Override
    public void done(Completion good) {
        synchronized (this) {
            completion = good;
        }
        ended.accept(this);
    }

    @Override
    public void failed(ProviderError bad) {
        synchronized (this) {
            error = bad;
        }
        ended.accept(this);
    }

    JudgeQueue.Claimed claimed() {
        return claimed;
    }

    /** Null for a call that succeeded. */
    synchronized ProviderError error() {
        return error;
    }

    synchronized String text() {
        // PostgreSQL stores no null character.
        return text.toString().replace("\0", "");
    }

    synchronized Integer promptTokens() {
        return completion == null ? null : completion.promptTokens();
    }

    synchronized Integer completionTokens() {
        return completion == null ? null : completion.completionTokens();
    }
}
