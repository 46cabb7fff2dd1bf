package org.dohyo.rating;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Models that votes connect, and the votes between them, told in indices 0 … size−1 of {@code members}. */
record Component(int[] members, List<WeightedPair> pairs) {

    private static final Predicate<WeightedPair> ALWAYS = pair -> true;

    /** All components, in the order of their lowest model. */
    static List<Component> of(int models, List<WeightedPair> pairs) {
        List<Component> components = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int model = seen.nextClearBit(0); model < models; model = seen.nextClearBit(model)) {
            BitSet members = reached(model, models, pairs, ALWAYS, ALWAYS);
            seen.or(members);
            components.add(local(members.stream().toArray(), pairs));
        }
        return components;
    }

    private static Component local(int[] members, List<WeightedPair> all) {
        return new Component(members, all.stream().filter(pair -> Arrays.binarySearch(members, pair.first()) >= 0)
                .map(pair -> pair.among(members)).toList());
    }

    int size() {
        return members.length;
    }

    /**
     * Whether the likelihood has a finite optimum: exactly if each model reaches each other by wins, a tie counting
     * both ways (L. R. Ford, Solution of a ranking problem from binary comparisons, 1957).
     */
    boolean hasOptimum() {
        Predicate<WeightedPair> firstScored = pair -> pair.firstWins() + pair.halves() > 0;
        Predicate<WeightedPair> secondScored = pair -> pair.secondWins() + pair.halves() > 0;
        return reached(0, size(), pairs, firstScored, secondScored).cardinality() == size()
                && reached(0, size(), pairs, secondScored, firstScored).cardinality() == size();
    }

    private static BitSet reached(int start, int models, List<WeightedPair> pairs, Predicate<WeightedPair> forward,
            Predicate<WeightedPair> backward) {
        List<List<Integer>> next = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            next.add(new ArrayList<>());
        }
        for (WeightedPair pair : pairs) {
            if (forward.test(pair)) {
                next.get(pair.first()).add(pair.second());
            }
            if (backward.test(pair)) {
                next.get(pair.second()).add(pair.first());
            }
        }
        return walk(start, next);
    }

    private static BitSet walk(int start, List<List<Integer>> next) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached.set(start);
        while (!open.isEmpty()) {
            for (int model : next.get(open.pop())) {
                if (!reached.get(model)) {
                    reached.set(model);
                    open.push(model);
                }
            }
        }
        return reached;
    }
}
