package org.dohyo.project.quality;

import java.time.Duration;
import java.time.Instant;

import org.dohyo.project.queue.AssignmentKind;

/**
 * What an annotator said about an item by one criterion.
 *
 * @param annotator the number in the project
 * @param value as the item's first model has it: 2 much better … −2 much worse
 * @param leftOut true if the annotator's judgements don't count
 * @param known the item's known answer, 1, 0 or −1; null for an ordinary item
 */
record Said(long item, long modelA, long modelB, int annotator, AssignmentKind kind, short value, boolean bothBad,
        boolean leftOut, Short known, Instant reservedAt, Instant decidedAt) {

    /** Five steps and "both bad". */
    static final int NOMINAL = 6;
    static final int ORDINAL = 5;
    private static final int TIE = 2;

    /** One of {@link #NOMINAL} categories; "both bad" is one of its own. */
    int category() {
        return bothBad ? ORDINAL : value + TIE;
    }

    /** One of {@link #ORDINAL} steps; "both bad" is in the middle, as a tie. */
    int step() {
        return value + TIE;
    }

    /** 1 for the first model, −1 for the second, 0 for neither. */
    int side() {
        return Integer.signum(value);
    }

    boolean counts() {
        return kind == AssignmentKind.PLAIN && known == null && !leftOut;
    }

    boolean isRepeat() {
        return kind == AssignmentKind.REPEAT;
    }

    double seconds() {
        return Duration.between(reservedAt, decidedAt).toMillis() / 1000.0;
    }
}
