package org.dohyo.rating.agreement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two annotators who share items, and Cohen's kappa of the two. */
public record PairOfAnnotators(int first, int second, CohensKappa kappa) {

    private record Key(int first, int second) {
    }

    /** All pairs that share an item, by their numbers; errors as {@link KrippendorffsAlpha#of}. */
    public static List<PairOfAnnotators> of(int categories, List<Annotation> annotations) {
        Map<Key, long[][]> tables = new HashMap<>();
        for (List<Annotation> item : Items.of(categories, annotations).pairable()) {
            for (Annotation first : item) {
                for (Annotation second : item) {
                    if (first.annotator() < second.annotator()) {
                        tables.computeIfAbsent(new Key(first.annotator(), second.annotator()),
                                key -> new long[categories][categories])[first.category()][second.category()]++;
                    }
                }
            }
        }
        return tables.entrySet().stream()
                .map(entry -> new PairOfAnnotators(entry.getKey().first(), entry.getKey().second(),
                        CohensKappa.of(entry.getValue())))
                .sorted(Comparator.comparingInt(PairOfAnnotators::first).thenComparingInt(PairOfAnnotators::second))
                .toList();
    }
}
