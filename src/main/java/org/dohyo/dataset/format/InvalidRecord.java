package org.dohyo.dataset.format;

/** A record that can't be imported; the message says why. */
public class InvalidRecord extends Exception {

    private final String field;

    public InvalidRecord(String field, String reason) {
        super(reason);
        this.field = field;
    }

    /** The path of the field that is wrong, or null if it is the record as a whole. */
    public String field() {
        return field;
    }

    /** A record that its format allows and that is no vote, such as a remark on a single answer. */
    public static class NoVote extends InvalidRecord {

        public NoVote(String field, String reason) {
            super(field, reason);
        }
    }
}
