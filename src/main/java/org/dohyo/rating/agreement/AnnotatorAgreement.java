package org.dohyo.rating.agreement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dohyo.rating.Proportion;

/**
 * How one annotator agrees with the rest. Diagnostics: someone with rare but sound taste disagrees too.
 *
 * @param withRest mean over the annotator's items of the share of the others who chose the same category; the interval
 *        is Wilson's with an item as one event, which is too wide rather than too narrow where an item has many others
 * @param alphaWithout Krippendorff's alpha of the others alone: above that of all, the annotator lowers it
 * @param items that others annotated too
 */
public record AnnotatorAgreement(int annotator, Proportion withRest, double alphaWithout, int items) {

    /** All annotators of items with two or more annotations, by number; errors as {@link KrippendorffsAlpha#of}. */
    public static List<AnnotatorAgreement> of(int categories, List<Annotation> annotations, Scale scale) {
        Items items = Items.of(categories, annotations);
        Map<Integer, Tally> tallies = new TreeMap<>();
        Coincidences all = new Coincidences(categories);
        for (List<Annotation> item : items.pairable()) {
            int[] counts = items.counts(item);
            all.add(counts, 1);
            for (Annotation own : item) {
                tallies.computeIfAbsent(own.annotator(), annotator -> new Tally(new Coincidences(categories)))
                        .add(counts, own.category(), item.size());
            }
        }
        return tallies.entrySet().stream().map(entry -> entry.getValue().report(entry.getKey(), all, scale)).toList();
    }

    /** What one annotator's items add up to. */
    private static final class Tally {

        private final Coincidences change;
        private double agreed;
        private int items;

        Tally(Coincidences change) {
            this.change = change;
        }

        void add(int[] counts, int category, int values) {
            agreed += (counts[category] - 1.0) / (values - 1);
            items++;
            change.add(counts, -1);
            counts[category]--;
            change.add(counts, 1);
            counts[category]++;
        }

        AnnotatorAgreement report(int annotator, Coincidences all, Scale scale) {
            return new AnnotatorAgreement(annotator, Proportion.of(Math.min(agreed, items), items),
                    all.plus(change).alpha(scale), items);
        }
    }
}
