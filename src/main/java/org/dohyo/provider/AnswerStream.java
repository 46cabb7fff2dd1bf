package org.dohyo.provider;

/** A running answer. */
public interface AnswerStream {

    /** Stops the answer in any phase and cancels the provider's call, from any thread; a second call does nothing. */
    void cancel();
}
