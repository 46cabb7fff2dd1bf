package org.dohyo.battle;

import java.util.OptionalLong;

/** How many votes have been cast since midnight, where the arena runs. */
public interface VotesToday {

    /** The count, at most some seconds old; empty where it can't be had now. */
    OptionalLong count();
}
