package org.dohyo.rating;

import java.util.Arrays;

/** What the votes between two models weigh, by score: {@code halves} count one half to either side. */
public record WeightedPair(int first, int second, double firstWins, double secondWins, double halves) {

    static WeightedPair of(PairCount pair) {
        return new WeightedPair(pair.first(), pair.second(), pair.firstWins(), pair.secondWins(), pair.halves());
    }

    double weight() {
        return firstWins + secondWins + halves;
    }

    /** The same votes with each model told by its place among the sorted {@code members}. */
    WeightedPair among(int[] members) {
        return new WeightedPair(Arrays.binarySearch(members, first), Arrays.binarySearch(members, second), firstWins,
                secondWins, halves);
    }
}
