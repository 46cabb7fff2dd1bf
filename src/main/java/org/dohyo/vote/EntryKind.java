package org.dohyo.vote;

/** The kinds of entries in the vote log. Entries never change, so withdrawing a vote is a later entry. */
public enum EntryKind {
    CAST(1),
    WITHDRAW(-1),
    EXCLUDE(-1),
    RESTORE(1);

    private final int sign;

    EntryKind(int sign) {
        this.sign = sign;
    }

    /** The change to the counts, 1 or −1, if the vote is counted. */
    public int sign() {
        return sign;
    }
}
