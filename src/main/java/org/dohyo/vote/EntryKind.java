package org.dohyo.vote;

import java.util.Arrays;
import java.util.List;

/**
 * The kinds of entries in the log: changes to votes, and statements of the arena. Entries never change, so withdrawing
 * a vote is a later entry. A new kind changes no count, and needs a migration that lets the tables take it.
 */
public enum EntryKind {
    CAST(1, true),
    WITHDRAW(-1, true),
    EXCLUDE(-1, true),
    RESTORE(1, true),
    /**
     * A board can't use the vote, or the log can't take a change to it; {@code reason} names the board, or {@code log},
     * and a code. The counts stay as they are.
     */
    LEAVE_OUT(0, true),
    /** There is a new model. */
    REGISTER(0, false),
    /** A model's answers come from other settings from now on. */
    REVISE(0, false),
    /** A model may be drawn, or its period has changed. */
    ACTIVATE(0, false),
    /** A model isn't drawn any more. */
    RETIRE(0, false),
    /** How often each model is to be drawn. */
    PLAN(0, false),
    /** The digests of boards that were published. */
    PUBLISH(0, false);

    private final int sign;
    private final boolean vote;

    EntryKind(int sign, boolean vote) {
        this.sign = sign;
        this.vote = vote;
    }

    /** The change to the counts, 1, −1 or 0, if the vote is counted. */
    public int sign() {
        return sign;
    }

    /** True if entries of this kind are about a vote; the others are statements of the arena. */
    public boolean ofVote() {
        return vote;
    }

    /** The names of the kinds of entries about votes. */
    public static List<String> namesOfVoteKinds() {
        return Arrays.stream(values()).filter(EntryKind::ofVote).map(EntryKind::name).toList();
    }
}
