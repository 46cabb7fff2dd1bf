package org.dohyo.battle;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The state of a battle, and the only moves between states that are legal; docs/architecture.md draws them. */
public enum BattleState {
    STREAMING,
    READY,
    NEEDS_RETRY,
    STOPPED,
    VOTED,
    WITHDRAWN,
    ABANDONED;

    /** The states that may follow. A streaming battle goes on streaming when only one of its two answers ends. */
    private Set<BattleState> next() {
        return switch (this) {
            case STREAMING -> EnumSet.of(STREAMING, READY, NEEDS_RETRY, STOPPED, ABANDONED);
            case READY -> EnumSet.of(STREAMING, VOTED, ABANDONED);
            case NEEDS_RETRY, STOPPED -> EnumSet.of(STREAMING, ABANDONED);
            case VOTED -> EnumSet.of(WITHDRAWN);
            case WITHDRAWN, ABANDONED -> EnumSet.noneOf(BattleState.class);
        };
    }

    public boolean canBecome(BattleState state) {
        return next().contains(state);
    }

    /**
     * Returns {@code state} if it may follow this one.
     *
     * @throws IllegalStateException if it may not
     */
    BattleState to(BattleState state) {
        if (!canBecome(state)) {
            throw new IllegalStateException("a battle that is " + this + " can't become " + state);
        }
        return state;
    }

    /** The states in which a battle waits for its voter. */
    public static List<BattleState> idle() {
        return Stream.of(values()).filter(state -> state != STREAMING && !state.over()).toList();
    }

    /** The state of a battle whose current answers have these states. */
    public static BattleState of(Collection<AnswerState> answers) {
        if (answers.contains(AnswerState.STREAMING)) {
            return STREAMING;
        }
        if (answers.contains(AnswerState.FAILED)) {
            return NEEDS_RETRY;
        }
        return answers.contains(AnswerState.STOPPED) ? STOPPED : READY;
    }

    /** True if nothing more can happen to the battle's answers. */
    public boolean over() {
        return this == VOTED || this == WITHDRAWN || this == ABANDONED;
    }

    /** True if the battle has been voted on, so its models are revealed. */
    public boolean judged() {
        return this == VOTED || this == WITHDRAWN;
    }
}
