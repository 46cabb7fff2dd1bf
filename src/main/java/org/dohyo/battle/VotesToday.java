package org.dohyo.battle;

import java.util.OptionalLong;

/** Counts the votes cast since midnight in the server's time zone. */
public interface VotesToday {

    /** The count, at most some seconds old; empty if it isn't available. */
    OptionalLong count();
}
