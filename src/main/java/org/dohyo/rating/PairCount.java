package org.dohyo.rating;

/** The votes between two models, by outcome. */
public record PairCount(int first, int second, long firstWins, long secondWins, long ties, long bothBad) {

    public PairCount {
        if (first < 0 || second < 0 || first == second) {
            throw new IllegalArgumentException("not a pair of models: " + first + ", " + second);
        }
        if (firstWins < 0 || secondWins < 0 || ties < 0 || bothBad < 0) {
            throw new IllegalArgumentException("negative votes between " + first + " and " + second);
        }
    }

    public long votes() {
        return firstWins + secondWins + halves();
    }

    /** Ties and both-bad: each gives one half to either side. */
    public long halves() {
        return ties + bothBad;
    }

    /** The same votes with the models swapped. */
    public PairCount turned() {
        return new PairCount(second, first, secondWins, firstWins, ties, bothBad);
    }

    PairCount ordered() {
        return first < second ? this : turned();
    }

    PairCount plus(PairCount other) {
        return new PairCount(first, second, firstWins + other.firstWins, secondWins + other.secondWins,
                ties + other.ties, bothBad + other.bothBad);
    }
}
