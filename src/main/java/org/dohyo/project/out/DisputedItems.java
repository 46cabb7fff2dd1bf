package org.dohyo.project.out;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items about which annotators disagree by one criterion: some prefer one answer, some the other. */
final class DisputedItems {

    private DisputedItems() {
    }

    /** @param first how many prefer the item's first model */
    record Split(long prompt, long modelA, long modelB, int first, int second, int neither) {

        private Split and(Rated one) {
            return new Split(prompt, modelA, modelB, first + (one.value() > 0 ? 1 : 0),
                    second + (one.value() < 0 ? 1 : 0), neither + (one.value() == 0 ? 1 : 0));
        }

        private int minority() {
            return Math.min(first, second);
        }
    }

    /** The most evenly split first, of equal ones that with more judgements. */
    static List<Split> of(List<Rated> rated, long criterion) {
        Map<Long, Split> splits = new LinkedHashMap<>();
        rated.stream().filter(one -> one.criterion() == criterion)
                .forEach(one -> splits.merge(one.item(),
                        new Split(one.prompt(), one.modelA(), one.modelB(), 0, 0, 0).and(one),
                        (before, now) -> before.and(one)));
        List<Split> disputed = new ArrayList<>(splits.values());
        disputed.removeIf(split -> split.minority() == 0);
        disputed.sort(Comparator.comparingInt((Split split) -> Math.abs(split.first - split.second))
                .thenComparing(Comparator.comparingInt(Split::minority).reversed()));
        return disputed;
    }
}
