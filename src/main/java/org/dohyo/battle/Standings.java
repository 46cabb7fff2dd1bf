package org.dohyo.battle;

/** Knows how pairs stand; the leaderboard does. */
public interface Standings {

    /** How the models of a judged battle stand against each other now. */
    Standing of(Battle battle);
}
