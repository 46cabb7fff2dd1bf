package org.dohyo.provider;

import java.util.Map;

/**
 * Takes one answer as it comes. Calls are made one after another, on an event loop: nothing here may block. Exactly one
 * of {@link #done} and {@link #failed} ends it; after {@link AnswerStream#cancel()} no call is made any more.
 */
public interface AnswerSink {

    void text(String text);

    /** Text that the model thought rather than said. */
    void reasoning(String text);

    /**
     * All text so far was reasoning: a closing tag came that nothing had opened. The same text is not passed to
     * {@link #reasoning} again.
     */
    void reasoningSoFar();

    /**
     * The tokens that the text could have begun with. Called once at most, before the text, where the endpoint's
     * parameters ask for it ({@code logprobs}) and its protocol tells.
     *
     * @param logProbabilities by token
     */
    default void firstTokenLogprobs(Map<String, Double> logProbabilities) {
        // most have no use for it
    }

    void done(Completion completion);

    void failed(ProviderError error);
}
