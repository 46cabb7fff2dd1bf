package org.dohyo.dataset.format;

import org.dohyo.battle.Outcome;

/** A preference on a scale from the one model to the other. */
final class Preference {

    private Preference() {
    }

    /** @param towardsB 0 if A is surely better, 1 if B is, ½ for a tie */
    static Outcome outcome(double towardsB) {
        return towardsB < 0.5 ? Outcome.A : towardsB > 0.5 ? Outcome.B : Outcome.TIE;
    }

    /** How clear it is: 0 at a tie, 1 at either end. */
    static double strength(double towardsB) {
        return Math.abs(2 * towardsB - 1);
    }
}
