package org.dohyo.leaderboard.speed;

/** What is measured of an answer. */
public enum SpeedMeasure {
    /** Milliseconds until the first text; reasoning before it is waiting. */
    FIRST_TEXT(true),
    /**
     * Tokens as the endpoint counted them, reasoning included, by the seconds of the whole answer, waiting included.
     */
    TOKENS_PER_SECOND(false);

    private static final double SLOW_TAIL = 0.9;

    private final boolean lessIsFaster;

    SpeedMeasure(boolean lessIsFaster) {
        this.lessIsFaster = lessIsFaster;
    }

    /** The share of answers below the value that nine of ten answers are at least as fast as. */
    double slowTail() {
        return lessIsFaster ? SLOW_TAIL : 1 - SLOW_TAIL;
    }
}
