package org.dohyo.provider;

/** A running answer. */
public interface AnswerStream {

    /** Stops the answer in any phase and tells the provider, from any thread; a second call does nothing. */
    void cancel();
}
