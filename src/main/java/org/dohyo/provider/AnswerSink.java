package org.dohyo.provider;

/**
 * Takes one answer as it comes. Calls are made one after another, on an event loop: nothing here may block.
 * Exactly one of {@link #done} and {@link #failed} ends it; after {@link AnswerStream#cancel()} no call is made any more.
 */
public interface AnswerSink {

    void text(String text);

    /** Text that the model thought rather than said. */
    void reasoning(String text);

    void done(Completion completion);

    void failed(ProviderError error);
}
