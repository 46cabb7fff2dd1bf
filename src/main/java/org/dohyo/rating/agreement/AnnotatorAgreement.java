package org.dohyo.rating.agreement;

import java.util.ArrayList;
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
        Map<Integer, List<Double>> shares = new TreeMap<>();
        for (List<Annotation> item : items.pairable()) {
            for (Annotation own : item) {
                long same = item.stream().filter(other -> other.category() == own.category()).count() - 1;
                shares.computeIfAbsent(own.annotator(), annotator -> new ArrayList<>())
                        .add((double) same / (item.size() - 1));
            }
        }
        return shares.entrySet().stream().map(entry -> {
            double agreed = entry.getValue().stream().mapToDouble(share -> share).sum();
            int count = entry.getValue().size();
            return new AnnotatorAgreement(entry.getKey(), Proportion.of(Math.min(agreed, count), count),
                    KrippendorffsAlpha.alpha(items.without(entry.getKey()), scale), count);
        }).toList();
    }
}
