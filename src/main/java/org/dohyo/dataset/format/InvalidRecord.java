package org.dohyo.dataset.format;

import java.util.function.BiFunction;

/** A record that can't be imported. */
public class InvalidRecord extends Exception {

    private final String field;
    private final transient Reason reason;

    public InvalidRecord(String field, Reason reason) {
        this.field = field;
        this.reason = reason;
    }

    /** The path of the field that is wrong, or null if it is the record as a whole. */
    public String field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }

    /** A value that is none of those that the field can have. */
    public static InvalidRecord unknown(String field, String value,
            BiFunction<VoteFileMessages, String, String> reason) {
        String shown = Fields.shown(value);
        return new InvalidRecord(field, words -> reason.apply(words, shown));
    }

    /** A record that its format allows and that is no vote, such as a remark on a single answer. */
    public static class NoVote extends InvalidRecord {

        public NoVote(String field, Reason reason) {
            super(field, reason);
        }
    }
}
