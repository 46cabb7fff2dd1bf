package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.model.endpoint.CollectedAnswer;
import org.dohyo.provider.Completion;
import org.dohyo.provider.FinishReason;
import org.dohyo.provider.Message;

/** One call in progress. Thread-safe. */
final class RunCall extends CollectedAnswer {

    private final RunItem item;
    private final List<Message> messages;
    private Map<String, Double> firstTokenLogprobs = Map.of();

    RunCall(RunItem item, List<Message> messages) {
        super(item.id());
        this.item = item;
        this.messages = messages;
    }

    @Override
    public synchronized void firstTokenLogprobs(Map<String, Double> logProbabilities) {
        firstTokenLogprobs = Map.copyOf(logProbabilities);
    }

    RunItem item() {
        return item;
    }

    synchronized Map<String, Double> firstTokenLogprobs() {
        return firstTokenLogprobs;
    }

    boolean cut() {
        Completion completion = completion();
        return completion != null && completion.finishReason() == FinishReason.LENGTH;
    }

    String finishReason() {
        Completion completion = completion();
        return completion == null ? null : completion.finishReason().label();
    }

    /** The messages as they were sent. */
    List<RunCalls.Sent> prompt() {
        return messages.stream()
                .map(message -> new RunCalls.Sent(message.role().name().toLowerCase(Locale.ROOT), message.content()))
                .toList();
    }
}
