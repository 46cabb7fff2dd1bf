package org.dohyo.log.tree;

/** A text or a sequence of bytes that isn't in the form it claims to have. The message can be shown to a reader. */
public final class LogFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LogFormatException(String message) {
        super(message);
    }
}
