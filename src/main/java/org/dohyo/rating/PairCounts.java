package org.dohyo.rating;

import java.util.List;
import java.util.TreeMap;

/** All votes among {@code models} models: each played pair once, the lower index first. */
public record PairCounts(int models, List<PairCount> pairs) {

    /**
     * Adds up what is said about a pair in either order and leaves out pairs without a vote.
     *
     * @throws IllegalArgumentException if {@code models} is negative or a pair names a model beyond it
     */
    public PairCounts {
        if (models < 0) {
            throw new IllegalArgumentException("number of models: " + models);
        }
        pairs = folded(models, pairs);
    }

    private static List<PairCount> folded(int models, List<PairCount> pairs) {
        TreeMap<Long, PairCount> byPair = new TreeMap<>();
        for (PairCount pair : pairs) {
            PairCount ordered = pair.ordered();
            if (ordered.second() >= models) {
                throw new IllegalArgumentException("model " + ordered.second() + " of " + models);
            }
            byPair.merge((long) ordered.first() * models + ordered.second(), ordered, PairCount::plus);
        }
        return byPair.values().stream().filter(pair -> pair.votes() > 0).toList();
    }

    public long votes() {
        return pairs.stream().mapToLong(PairCount::votes).sum();
    }
}
