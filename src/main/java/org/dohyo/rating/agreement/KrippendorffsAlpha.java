package org.dohyo.rating.agreement;

import java.util.List;

/**
 * Agreement of any number of annotators beyond chance, where values may be missing: α = 1 − D_o/D_e =
 * 1 − (n−1)·Σ o_ck·δ²_ck / Σ n_c·n_k·δ²_ck. The coincidences o_ck count the ordered pairs of values c, k within an item
 * of m values, each weighing 1/(m−1); n_c are their sums and n the sum of these (K. Krippendorff, Content Analysis,
 * chapter 12, and Computing Krippendorff's alpha-reliability, 2011). 1 is agreement, 0 chance; below 0 annotators
 * disagree systematically.
 *
 * @param alpha at most 1; NaN where no two values differ, because such data can't show agreement beyond chance
 * @param low of the 95% interval over items; NaN for fewer than two items with two values each
 * @param high as {@code low}
 * @param items with two or more values
 * @param values of these items
 */
public record KrippendorffsAlpha(double alpha, double low, double high, int items, int values) {

    /**
     * @param categories how many there are
     * @param annotations of each item at most one by an annotator
     * @param seed of the bootstrap of 1,000 rounds; the cost of a round is items, and the distinct items · categories²
     * @throws IllegalArgumentException if a category is out of range or an annotator annotated an item twice
     */
    public static KrippendorffsAlpha of(int categories, List<Annotation> annotations, Scale scale, long seed) {
        Items items = Items.of(categories, annotations);
        Items.Kinds kinds = items.kinds();
        ItemBootstrap interval = ItemBootstrap.of(kinds, seed, times -> alpha(kinds, times, categories, scale));
        return new KrippendorffsAlpha(alpha(kinds, kinds.times(), categories, scale), interval.low(), interval.high(),
                items.size(), items.values());
    }

    private static double alpha(Items.Kinds kinds, int[] times, int categories, Scale scale) {
        Coincidences coincidences = new Coincidences(categories);
        for (int kind = 0; kind < times.length; kind++) {
            coincidences.add(kinds.counts()[kind], times[kind]);
        }
        return coincidences.alpha(scale);
    }
}
