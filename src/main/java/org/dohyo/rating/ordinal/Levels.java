package org.dohyo.rating.ordinal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The levels that occur, in either direction, numbered anew from 0. Where a level never occurs the likelihood is
 * largest if its thresholds coincide, or lie at infinity if it is outermost: that is the same model without it.
 *
 * @param all how many levels the scale has
 * @param used the original numbers of those that occur, rising
 */
record Levels(int all, int[] used) {

    /** Of an empty scale and of ties alone the outermost ones, too: a scale needs two directions. */
    static Levels of(int all, List<OrdinalVote> votes) {
        boolean[] occurs = new boolean[all];
        for (OrdinalVote vote : votes) {
            if (vote.level() >= all) {
                throw new IllegalArgumentException("level " + vote.level() + " of " + all);
            }
            occurs[vote.level()] = true;
            occurs[all - 1 - vote.level()] = true;
        }
        int[] used = IntStream.range(0, all).filter(level -> occurs[level]).toArray();
        if (used.length < 2) {
            used = IntStream.range(0, all).filter(level -> occurs[level] || level == 0 || level == all - 1).toArray();
        }
        return new Levels(all, used);
    }

    int count() {
        return used.length;
    }

    /** The number of a level among those that occur. */
    int number(int level) {
        return (int) IntStream.of(used).filter(other -> other < level).count();
    }

    /** How many thresholds are estimated: those above 0, the others mirror them. */
    int free() {
        return (count() - 1) / 2;
    }

    /**
     * Which of the free thresholds, from 1, bounds a level from below (or −1 times the one that it mirrors); 0 is 0.
     */
    int lower(int number) {
        return mirrored(number);
    }

    /** The same from above. */
    int upper(int number) {
        return mirrored(number + 1);
    }

    private int mirrored(int threshold) {
        int doubled = 2 * threshold - count();
        return Integer.signum(doubled) * ((Math.abs(doubled) + 1) / 2);
    }

    boolean isLowest(int number) {
        return number == 0;
    }

    boolean isHighest(int number) {
        return number == count() - 1;
    }

    /** The thresholds between all levels of the scale, of the free ones. */
    double[] thresholds(double[] free) {
        return IntStream.range(1, all).mapToDouble(level -> {
            int below = number(level);
            if (below == 0 || below == count()) {
                return below == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            int threshold = mirrored(below);
            return threshold == 0 ? 0 : Math.signum(threshold) * free[Math.abs(threshold) - 1];
        }).toArray();
    }
}
