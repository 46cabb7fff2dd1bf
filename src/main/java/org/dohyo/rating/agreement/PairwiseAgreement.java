package org.dohyo.rating.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * How often two annotators of an item choose the same category: agreeing pairs of annotations / all pairs within items.
 * Not corrected for chance.
 *
 * @param share 0 … 1; NaN without a pair
 * @param low of the 95% interval by bootstrap over items; NaN for fewer than two items
 * @param high as {@code low}
 * @param pairs of annotations
 */
public record PairwiseAgreement(double share, double low, double high, long pairs) {

    /** Arguments and errors are those of {@link KrippendorffsAlpha#of}. */
    public static PairwiseAgreement of(int categories, List<Annotation> annotations, long seed) {
        Items.Kinds kinds = Items.of(categories, annotations).kinds();
        long[] pairs = Arrays.stream(kinds.counts()).mapToLong(counts -> pairs(Arrays.stream(counts).sum())).toArray();
        long[] agreeing = Arrays.stream(kinds.counts())
                .mapToLong(counts -> Arrays.stream(counts).mapToLong(PairwiseAgreement::pairs).sum()).toArray();
        ItemBootstrap interval = ItemBootstrap.of(kinds, seed, times -> share(times, agreeing, pairs));
        int[] times = kinds.times();
        return new PairwiseAgreement(share(times, agreeing, pairs), interval.low(), interval.high(), sum(times, pairs));
    }

    private static long pairs(int values) {
        return values * (values - 1L) / 2;
    }

    private static double share(int[] times, long[] agreeing, long[] pairs) {
        return (double) sum(times, agreeing) / sum(times, pairs);
    }

    private static long sum(int[] times, long[] values) {
        long sum = 0;
        for (int kind = 0; kind < times.length; kind++) {
            sum += times[kind] * values[kind];
        }
        return sum;
    }
}
