package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that an answer's sink is told. */
final class RecordedAnswer implements AnswerSink {

    private final StringBuffer said = new StringBuffer();
    private final StringBuffer thought = new StringBuffer();
    private final List<Object> endings = new CopyOnWriteArrayList<>();
    private final List<String> afterEnd = new CopyOnWriteArrayList<>();
    private volatile boolean takenBack;
    volatile AnswerStream stream;
    Runnable onText = () -> {
    };

    @Override
    public void text(String text) {
        add(said, text);
        onText.run();
    }

    @Override
    public void reasoning(String text) {
        add(thought, text);
    }

    @Override
    public void reasoningSoFar() {
        takenBack |= !said.isEmpty();
        thought.append(said);
        said.setLength(0);
    }

    @Override
    public void done(Completion completion) {
        endings.add(completion);
    }

    @Override
    public void failed(ProviderError error) {
        endings.add(error);
    }

    private void add(StringBuffer to, String text) {
        to.append(text);
        if (!endings.isEmpty()) {
            afterEnd.add(text);
        }
    }

    /** Whether text was given that proved to be reasoning. */
    boolean takenBack() {
        return takenBack;
    }

    String said() {
        return said.toString();
    }

    String thought() {
        return thought.toString();
    }

    int endings() {
        return endings.size();
    }

    boolean completed() {
        return endings.stream().anyMatch(Completion.class::isInstance);
    }

    List<String> afterEnd() {
        return afterEnd;
    }

    Completion completion() {
        return end(Completion.class);
    }

    ProviderError failure() {
        return end(ProviderError.class);
    }

    /** Returns once the answer has ended, however it did. */
    void awaitEnd() {
        await().until(() -> !endings.isEmpty());
    }

    private <T> T end(Class<T> type) {
        awaitEnd();
        assertThat(endings).hasSize(1).first().isInstanceOf(type);
        return type.cast(endings.get(0));
    }
}
