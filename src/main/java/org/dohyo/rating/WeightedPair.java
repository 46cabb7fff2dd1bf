package org.dohyo.rating;

/** The weight of the votes between two models, by score: {@code halves} count one half to either side. */
public record WeightedPair(int first, int second, double firstWins, double secondWins, double halves) {

    static WeightedPair of(PairCount pair) {
        return new WeightedPair(pair.first(), pair.second(), pair.firstWins(), pair.secondWins(), pair.halves());
    }

    public double weight() {
        return firstWins + secondWins + halves;
    }

    /** The same votes between models that have other indices. */
    WeightedPair at(int newFirst, int newSecond) {
        return new WeightedPair(newFirst, newSecond, firstWins, secondWins, halves);
    }
}
