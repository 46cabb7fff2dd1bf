package org.dohyo.rating;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Models that votes connect, and the votes between them, by their indexes 0 … size−1 in {@code members}. */
record Component(int[] members, List<WeightedPair> pairs) {

    /** All components, in the order of their lowest model. */
    static List<Component> of(int models, List<WeightedPair> pairs) {
        BitSet[] met = sets(models);
        for (WeightedPair pair : pairs) {
            met[pair.first()].set(pair.second());
            met[pair.second()].set(pair.first());
        }
        List<Component> components = new ArrayList<>();
        int[] component = new int[models];
        int[] place = new int[models];
        BitSet seen = new BitSet();
        for (int model = 0; model < models; model = seen.nextClearBit(model)) {
            int[] members = reached(model, met).stream().toArray();
            for (int i = 0; i < members.length; i++) {
                seen.set(members[i]);
                component[members[i]] = components.size();
                place[members[i]] = i;
            }
            components.add(new Component(members, new ArrayList<>()));
        }
        if (components.size() == 1) {
            // All models keep their indexes.
            return List.of(new Component(components.get(0).members, pairs));
        }
        for (WeightedPair pair : pairs) {
            components.get(component[pair.first()]).pairs.add(pair.at(place[pair.first()], place[pair.second()]));
        }
        return components;
    }

    private static BitSet[] sets(int size) {
        return Stream.generate(BitSet::new).limit(size).toArray(BitSet[]::new);
    }

    int size() {
        return members.length;
    }

    /**
     * Whether the likelihood has a finite optimum: exactly if each model reaches each other by wins, a tie counting
     * both ways (L. R. Ford, Solution of a ranking problem from binary comparisons, 1957).
     */
    boolean hasOptimum() {
        // Votes connect them all, so if each pair has scored both ways, nothing need be followed.
        if (pairs.stream().allMatch(Component::bothScored)) {
            return true;
        }
        BitSet[] scoredAgainst = sets(size());
        BitSet[] concededTo = sets(size());
        for (WeightedPair pair : pairs) {
            if (pair.firstWins() + pair.halves() > 0) {
                scoredAgainst[pair.first()].set(pair.second());
                concededTo[pair.second()].set(pair.first());
            }
            if (pair.secondWins() + pair.halves() > 0) {
                scoredAgainst[pair.second()].set(pair.first());
                concededTo[pair.first()].set(pair.second());
            }
        }
        return reached(0, scoredAgainst).cardinality() == size() && reached(0, concededTo).cardinality() == size();
    }

    private static boolean bothScored(WeightedPair pair) {
        return pair.halves() > 0 || pair.firstWins() > 0 && pair.secondWins() > 0;
    }

    private static BitSet reached(int start, BitSet[] next) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached.set(start);
        while (!open.isEmpty()) {
            BitSet found = (BitSet) next[open.pop()].clone();
            found.andNot(reached);
            reached.or(found);
            found.stream().forEach(open::push);
        }
        return reached;
    }
}
