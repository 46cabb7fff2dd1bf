package org.dohyo.support;

/** The application can't start; the message is one sentence for the operator with the reason and the remedy. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
