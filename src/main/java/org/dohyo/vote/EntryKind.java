package org.dohyo.vote;

/** The kinds of entries in the vote log. Entries never change, so withdrawing a vote is a later entry. */
public enum EntryKind {
    CAST(1),
    WITHDRAW(-1),
    EXCLUDE(-1),
    RESTORE(1),
    /**
     * A board can't use the vote, or the log can't take a change to it; {@code reason} names the board, or {@code log},
     * and a code. The counts stay as they are.
     */
    LEAVE_OUT(0);

    private final int sign;

    EntryKind(int sign) {
        this.sign = sign;
    }

    /** The change to the counts, 1, −1 or 0, if the vote is counted. */
    public int sign() {
        return sign;
    }
}
