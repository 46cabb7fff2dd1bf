package org.dohyo.battle;

/** The state of one side's answer in one turn. */
public enum AnswerState {
    STREAMING,
    DONE,
    FAILED,
    STOPPED;

    /** A stream ends once; only a failed or stopped answer can be retried. */
    public boolean canBecome(AnswerState state) {
        return switch (this) {
            case STREAMING -> state != STREAMING;
            case FAILED, STOPPED -> state == STREAMING;
            case DONE -> false;
        };
    }

    /**
     * Returns {@code state} if it may follow this one.
     *
     * @throws IllegalStateException if it may not
     */
    AnswerState to(AnswerState state) {
        if (!canBecome(state)) {
            throw new IllegalStateException("an answer that is " + this + " can't become " + state);
        }
        return state;
    }
}
