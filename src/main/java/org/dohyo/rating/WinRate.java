package org.dohyo.rating;

/**
 * How often a model won, ties and both-bad as one half, and how often both answers were bad. The latter informs by
 * itself: it shows prompts that neither could answer.
 */
public record WinRate(long votes, double winRate, Proportion bothBad) {

    /** One per model; the rates of a model without votes are NaN. */
    public static WinRate[] of(PairCounts counts) {
        double[] score = new double[counts.models()];
        long[] votes = new long[counts.models()];
        long[] bad = new long[counts.models()];
        for (PairCount pair : counts.pairs()) {
            score[pair.first()] += pair.firstWins() + pair.halves() / 2.0;
            score[pair.second()] += pair.secondWins() + pair.halves() / 2.0;
            votes[pair.first()] += pair.votes();
            votes[pair.second()] += pair.votes();
            bad[pair.first()] += pair.bothBad();
            bad[pair.second()] += pair.bothBad();
        }
        WinRate[] rates = new WinRate[counts.models()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = new WinRate(votes[i], score[i] / votes[i], Proportion.of(bad[i], votes[i]));
        }
        return rates;
    }
}
