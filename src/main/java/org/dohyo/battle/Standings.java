package org.dohyo.battle;

/** Compares the two models of a battle by all votes so far. The leaderboard implements it. */
public interface Standings {

    /** How the models of a judged battle stand against each other now. */
    Standing of(Battle battle);
}
