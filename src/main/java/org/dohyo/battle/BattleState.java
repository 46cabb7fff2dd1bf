package org.dohyo.battle;

import java.util.Collection;

/** Where a battle stands; docs/architecture.md draws the ways between them. */
public enum BattleState {
    STREAMING,
    READY,
    NEEDS_RETRY,
    STOPPED,
    VOTED,
    WITHDRAWN,
    ABANDONED;

    /** The state of a battle whose current answers are these. */
    public static BattleState of(Collection<AnswerState> answers) {
        if (answers.contains(AnswerState.STREAMING)) {
            return STREAMING;
        }
        if (answers.contains(AnswerState.FAILED)) {
            return NEEDS_RETRY;
        }
        return answers.contains(AnswerState.STOPPED) ? STOPPED : READY;
    }

    /** Whether nothing more will happen in the battle. */
    public boolean over() {
        return this == VOTED || this == WITHDRAWN || this == ABANDONED;
    }

    public boolean judged() {
        return this == VOTED || this == WITHDRAWN;
    }
}
