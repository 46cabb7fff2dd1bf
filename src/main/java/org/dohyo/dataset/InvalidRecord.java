package org.dohyo.dataset;

/** A record that breaks the format; the message says how. */
class InvalidRecord extends Exception {

    InvalidRecord(String reason) {
        super(reason);
    }
}
