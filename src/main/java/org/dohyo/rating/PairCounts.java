package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
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
        if (areFolded(pairs)) {
            return List.copyOf(pairs);
        }
        // Where votes are many, each by itself, a table of all pairs is smaller than their list, and needs no sort.
        return (long) models * models <= pairs.size() ? sumInTable(models, pairs) : sum(pairs);
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

    private static List<PairCount> sumInTable(int models, List<PairCount> pairs) {
        PairCount[] table = new PairCount[models * models];
        for (PairCount pair : pairs) {
            PairCount ordered = pair.ordered();
            int place = ordered.first() * models + ordered.second();
            table[place] = table[place] == null ? ordered : table[place].plus(ordered);
        }
        return Arrays.stream(table).filter(pair -> pair != null && pair.votes() > 0).toList();
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
