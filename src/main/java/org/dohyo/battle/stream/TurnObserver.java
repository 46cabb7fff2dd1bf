package org.dohyo.battle.stream;

import java.time.Instant;
import java.util.UUID;

import org.dohyo.battle.Side;
import org.dohyo.provider.CallObserver;
import org.dohyo.provider.Endpoint;

/** Follows a turn from its prompt to the ends of its calls. Nothing here may block, or fail. */
public interface TurnObserver {

    /**
     * The turn is stored, and its answers start next.
     *
     * @param received when the prompt was received
     * @param begun when it had been checked, and storing began
     */
    void stored(UUID battle, int turn, Instant received, Instant begun);

    /** A call for a side's answer starts. The result is notified of its end, on an event loop. */
    CallObserver called(UUID battle, int turn, Side side, Endpoint endpoint);
}
