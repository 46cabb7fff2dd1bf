package org.dohyo.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a board has to be. A figure is a number or a truth value; null where it must be null.
 *
 * @param models figures by slug, in the order of the slugs
 * @param ranges by slug; none of a model without a range
 * @param style figures by feature; empty unless style is held constant
 */
record Figures(long votes, Map<String, Map<String, Object>> models, Map<String, Range> ranges,
        Map<String, Map<String, Object>> style) {

    static final Figures NONE = new Figures(0, Map.of(), Map.of(), Map.of());

    Figures with(Map<String, Map<String, Object>> effects) {
        return new Figures(votes, models, ranges, effects);
    }

    /**
     * The ranks of the component with the most votes, by falling rating, equal ones by slug; the others have none. Of
     * equally many votes the component of the first slug goes first.
     *
     * @param demos models that alone aren't the first component where there are others
     */
    Map<String, Integer> ranks(Set<String> demos) {
        Map<String, Integer> ranks = new HashMap<>();
        Map<Integer, List<String>> components = models.keySet().stream()
                .collect(Collectors.groupingBy(this::component));
        components.entrySet().stream()
                .min(Comparator
                        .comparing((Map.Entry<Integer, List<String>> entry) -> demos.containsAll(entry.getValue()))
                        .thenComparing(entry -> -votes(entry.getValue())).thenComparing(Map.Entry::getKey))
                .ifPresent(first -> first.getValue().stream()
                        .sorted(Comparator.comparingDouble((String slug) -> -number(slug, "rating"))
                                .thenComparing(Comparator.naturalOrder()))
                        .forEach(slug -> ranks.put(slug, ranks.size() + 1)));
        return ranks;
    }

    private int component(String slug) {
        return (int) number(slug, "component");
    }

    private long votes(List<String> slugs) {
        return slugs.stream().mapToLong(slug -> (long) number(slug, "votes")).sum();
    }

    private double number(String slug, String figure) {
        return (double) models.get(slug).get(figure);
    }

    /** The figures of a model's place: its rank, the ranks that it may have, and the votes that it depends on. */
    Map<String, Object> place(String slug, Integer rank) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Range range = ranges.getOrDefault(slug, Range.UNKNOWN);
        // A range that is older than the rating is widened to include the present rank.
        figures.put("rankLow", rank == null || range.low() == null ? null : (double) Math.min(rank, range.low()));
        figures.put("rankHigh", rank == null || range.high() == null ? null : (double) Math.max(rank, range.high()));
        figures.put("votesToFlip", range.votesToFlip() == null ? null : (double) range.votesToFlip());
        return figures;
    }
}
