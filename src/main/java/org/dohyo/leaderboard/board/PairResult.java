package org.dohyo.leaderboard.board;

import org.dohyo.rating.Proportion;

/**
 * The votes between two models in a category; the JSON of the public interface.
 *
 * @param winRate A's share of the points, a tie and both bad as one half, 0 … 1; by votes
 * @param low of its 95% interval by Wilson, votes taken as independent
 */
public record PairResult(String modelA, String modelB, long votes, long winsA, long winsB, long ties, long bothBad,
        double winRate, double low, double high) {

    /** @throws IllegalArgumentException if a count is negative */
    public static PairResult of(String a, String b, long winsA, long winsB, long ties, long bothBad) {
        long votes = winsA + winsB + ties + bothBad;
        Proportion rate = Proportion.of(winsA + (ties + bothBad) / 2.0, votes);
        return new PairResult(a, b, votes, winsA, winsB, ties, bothBad, rate.share(), rate.low(), rate.high());
    }

    public boolean isBetween(String one, String other) {
        return modelA.equals(one) && modelB.equals(other) || modelA.equals(other) && modelB.equals(one);
    }

    /** The same result with that model, one of the two, as A. */
    public PairResult seenFrom(String slug) {
        return modelA.equals(slug) ? this
                : new PairResult(modelB, modelA, votes, winsB, winsA, ties, bothBad, 1 - winRate, 1 - high, 1 - low);
    }
}
