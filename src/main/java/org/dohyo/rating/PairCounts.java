package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All votes among {@code models} models: each played pair once, the lower index first. */
public record PairCounts(int models, List<PairCount> pairs) {

    private static final Comparator<PairCount> BY_MODELS = Comparator.comparingInt(PairCount::first)
            .thenComparingInt(PairCount::second);

    /**
     * Adds up the votes of a pair in either order and leaves out pairs without a vote.
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
        for (PairCount pair : pairs) {
            if (Math.max(pair.first(), pair.second()) >= models) {
                throw new IllegalArgumentException("model " + Math.max(pair.first(), pair.second()) + " of " + models);
            }
        }
        return areFolded(pairs) ? List.copyOf(pairs) : sum(pairs);
    }

    /** True of counts as they are kept, which needn't be sorted with each vote. */
    private static boolean areFolded(List<PairCount> pairs) {
        PairCount last = null;
        for (PairCount pair : pairs) {
            if (pair.first() > pair.second() || pair.votes() == 0
                    || last != null && BY_MODELS.compare(last, pair) >= 0) {
                return false;
            }
            last = pair;
        }
        return true;
    }

    private static List<PairCount> sum(List<PairCount> pairs) {
        List<PairCount> ordered = new ArrayList<>(pairs.size());
        for (PairCount pair : pairs) {
            ordered.add(pair.ordered());
        }
        ordered.sort(BY_MODELS);
        List<PairCount> folded = new ArrayList<>(ordered.size());
        for (PairCount pair : ordered) {
            int last = folded.size() - 1;
            if (last >= 0 && BY_MODELS.compare(folded.get(last), pair) == 0) {
                folded.set(last, folded.get(last).plus(pair));
            } else {
                folded.add(pair);
            }
        }
        folded.removeIf(pair -> pair.votes() == 0);
        return List.copyOf(folded);
    }

    List<WeightedPair> weighted() {
        return pairs.stream().map(WeightedPair::of).toList();
    }

    public long votes() {
        return pairs.stream().mapToLong(PairCount::votes).sum();
    }
}
