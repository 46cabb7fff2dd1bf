package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The states of one call of a run. */
public enum ItemState {
    /** Waiting until its endpoint has free capacity and the answers that it needs are stored. */
    WAITING,
    /** Left undone by a cancel; queued again when the run is resumed. */
    HELD,
    /** Claimed by a replica under a lease; queued again when the lease expires. */
    RUNNING,
    DONE,
    /** Failed permanently; queued again when the run is retried. */
    FAILED;

    /** The states of calls that are still to be made or in progress. */
    static final List<ItemState> OPEN = List.of(WAITING, RUNNING);
    /** The states of calls that were sent at least once. */
    static final List<ItemState> BEGUN = List.of(RUNNING, DONE, FAILED);

    private static final Map<ItemState, Set<ItemState>> MOVES = Map.of(WAITING, Set.of(RUNNING, HELD, FAILED), HELD,
            Set.of(WAITING), RUNNING, Set.of(WAITING, DONE, FAILED), DONE, Set.of(), FAILED, Set.of(WAITING));

    /** True once the call's answer or error is stored. */
    public boolean settled() {
        return this == DONE || this == FAILED;
    }

    /** The settled or running state of that name in lower case, as in the interface. */
    public static Optional<ItemState> begun(String label) {
        return BEGUN.stream().filter(state -> state.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }

    public boolean canMoveTo(ItemState next) {
        return MOVES.get(this).contains(next);
    }

    /**
     * Returns {@code next}.
     *
     * @throws IllegalStateException if a call can't move from this state to it
     */
    public ItemState to(ItemState next) {
        if (!canMoveTo(next)) {
            throw new IllegalStateException("a call can't move from " + this + " to " + next);
        }
        return next;
    }
}
