package org.dohyo.rating.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Annotations by item, only items that two or more annotated: the others say nothing about agreement. */
record Items(int categories, List<List<Annotation>> pairable) {

    /**
     * @throws IllegalArgumentException if a category is out of range or an annotator annotated an item twice: repeats
     *         show agreement with oneself, which {@link CohensKappa} measures
     */
    static Items of(int categories, List<Annotation> annotations) {
        Map<Integer, List<Annotation>> byItem = new TreeMap<>();
        Map<Integer, Set<Integer>> annotators = new HashMap<>();
        for (Annotation one : annotations) {
            if (one.category() >= categories) {
                throw new IllegalArgumentException("category " + one.category() + " of " + categories);
            }
            if (!annotators.computeIfAbsent(one.item(), item -> new HashSet<>()).add(one.annotator())) {
                throw new IllegalArgumentException(
                        "annotator " + one.annotator() + " annotated item " + one.item() + " twice");
            }
            byItem.computeIfAbsent(one.item(), item -> new ArrayList<>()).add(one);
        }
        return new Items(categories, byItem.values().stream().filter(item -> item.size() > 1).toList());
    }

    int size() {
        return pairable.size();
    }

    int values() {
        return pairable.stream().mapToInt(List::size).sum();
    }

    /** By category, how many chose it. */
    int[] counts(List<Annotation> item) {
        int[] counts = new int[categories];
        item.forEach(one -> counts[one.category()]++);
        return counts;
    }

    /** Items that got each category equally often are of one kind: there are far fewer kinds than items. */
    Kinds kinds() {
        Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
        int[] ofItem = new int[pairable.size()];
        for (int item = 0; item < ofItem.length; item++) {
            List<Integer> counts = Arrays.stream(counts(pairable.get(item))).boxed().toList();
            ofItem[item] = numbers.computeIfAbsent(counts, kind -> numbers.size());
        }
        return new Kinds(numbers.keySet().stream()
                .map(kind -> kind.stream().mapToInt(count -> count).toArray()).toArray(int[][]::new), ofItem);
    }

    /**
     * @param counts by kind and category, how many chose it
     * @param ofItem the kind of each item
     */
    record Kinds(int[][] counts, int[] ofItem) {

        /** How often each kind occurs. */
        int[] times() {
            int[] times = new int[counts.length];
            for (int kind : ofItem) {
                times[kind]++;
            }
            return times;
        }
    }
}
