package org.dohyo.dataset;

/** A record that can't be imported; the message says why. */
class InvalidRecord extends Exception {

    InvalidRecord(String reason) {
        super(reason);
    }

    /** A record that its format allows and that is no vote, such as a remark on a single answer. */
    static class NoVote extends InvalidRecord {

        NoVote(String reason) {
            super(reason);
        }
    }
}
