package org.dohyo.project.content;

/** A record that can't be stored; the message says why. */
public class InvalidRecordException extends Exception {

    public InvalidRecordException(String reason) {
        super(reason);
    }
}
