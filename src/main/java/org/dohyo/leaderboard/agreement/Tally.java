package org.dohyo.leaderboard.agreement;

/**
 * Votes on two models.
 *
 * @param halves ties, both bad among them
 */
record Tally(long firstWins, long secondWins, long halves) {

    /** In rising order of the first model's success, as an ordinal scale needs it. */
    static final int VERDICTS = 3;

    private static final int SECOND = 0;
    private static final int TIE = 1;
    private static final int FIRST = 2;

    /** The commonest of the three outcomes; a tie if two are equally common. */
    int commonest() {
        if (firstWins > secondWins && firstWins > halves) {
            return FIRST;
        }
        return secondWins > firstWins && secondWins > halves ? SECOND : TIE;
    }

    /** Which model won more often. */
    int preferred() {
        return firstWins > secondWins ? FIRST : secondWins > firstWins ? SECOND : TIE;
    }
}
