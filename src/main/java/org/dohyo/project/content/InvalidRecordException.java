package org.dohyo.project.content;

/** A record that can't be stored; the message says why. */
class InvalidRecordException extends Exception {

    InvalidRecordException(String reason) {
        super(reason);
    }
}
