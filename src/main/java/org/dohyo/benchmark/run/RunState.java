package org.dohyo.benchmark.run;

import java.util.Map;
import java.util.Set;

/** The states of a run. A run begins {@link #RUNNING}; it can be resumed as long as a call is not done. */
public enum RunState {
    RUNNING,
    /** Every call is done or has failed permanently. */
    FINISHED,
    /** Stopped by an admin before every call was made. */
    CANCELLED;

    private static final Map<RunState, Set<RunState>> MOVES = Map.of(RUNNING, Set.of(FINISHED, CANCELLED), FINISHED,
            Set.of(RUNNING), CANCELLED, Set.of(RUNNING));

    public boolean running() {
        return this == RUNNING;
    }

    public boolean cancelled() {
        return this == CANCELLED;
    }

    public boolean canMoveTo(RunState next) {
        return MOVES.get(this).contains(next);
    }

    /**
     * Returns {@code next}.
     *
     * @throws IllegalStateException if a run can't move from this state to it
     */
    public RunState to(RunState next) {
        if (!canMoveTo(next)) {
            throw new IllegalStateException("a run can't move from " + this + " to " + next);
        }
        return next;
    }
}
