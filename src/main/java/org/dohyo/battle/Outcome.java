package org.dohyo.battle;

/** The outcomes of a vote on two answers. */
public enum Outcome {
    A,
    B,
    TIE,
    BOTH_BAD;

    /** Side A's score: a tie and both bad count one half. */
    public double scoreA() {
        return switch (this) {
            case A -> 1;
            case B -> 0;
            case TIE, BOTH_BAD -> 0.5;
        };
    }
}
