package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Completion;
import org.dohyo.provider.FinishReason;
import org.dohyo.provider.Message;
import org.dohyo.provider.ProviderError;

/** One call in progress. Thread-safe. */
final class RunCall implements AnswerSink {

    private final RunItem item;
    private final List<Message> messages;
    private final Consumer<RunCall> ended;
    private final StringBuilder text = new StringBuilder();
    private Map<String, Double> firstTokenLogprobs = Map.of();
    private AnswerStream stream;
    private Completion completion;
    private ProviderError error;
    private boolean stopped;

    /** @param ended called once, on an event loop, when the call succeeds or fails; not after {@link #stop} */
    RunCall(RunItem item, List<Message> messages, Consumer<RunCall> ended) {
        this.item = item;
        this.messages = messages;
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
        // Reasoning is part of neither answer nor judgement.
    }

    @Override
    public synchronized void reasoningSoFar() {
        text.setLength(0);
    }

    @Override
    public synchronized void firstTokenLogprobs(Map<String, Double> logProbabilities) {
        firstTokenLogprobs = Map.copyOf(logProbabilities);
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

    RunItem item() {
        return item;
    }

    synchronized ProviderError error() {
        return error;
    }

    synchronized String text() {
        return text.toString();
    }

    synchronized Map<String, Double> firstTokenLogprobs() {
        return firstTokenLogprobs;
    }

    synchronized boolean cut() {
        return completion != null && completion.finishReason() == FinishReason.LENGTH;
    }

    synchronized String finishReason() {
        return completion == null ? null : completion.finishReason().label();
    }

    synchronized Integer promptTokens() {
        return completion == null ? null : completion.promptTokens();
    }

    synchronized Integer completionTokens() {
        return completion == null ? null : completion.completionTokens();
    }

    /** The messages as they were sent. */
    List<RunCalls.Sent> prompt() {
        return messages.stream()
                .map(message -> new RunCalls.Sent(message.role().name().toLowerCase(Locale.ROOT), message.content()))
                .toList();
    }
}
