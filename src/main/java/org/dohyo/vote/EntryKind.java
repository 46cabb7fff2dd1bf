package org.dohyo.vote;

/** What an entry of the vote log says; nothing in the log is ever changed, so a change of mind is a later entry. */
public enum EntryKind {
    CAST(1),
    WITHDRAW(-1),
    EXCLUDE(-1),
    RESTORE(1);

    private final int sign;

    EntryKind(int sign) {
        this.sign = sign;
    }

    /** What the entry does to the counts where its vote counts at all. */
    public int sign() {
        return sign;
    }
}
