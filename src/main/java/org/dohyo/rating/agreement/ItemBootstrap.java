package org.dohyo.rating.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The percentile interval of a statistic of items: as many items as there are, drawn with replacement (B. Efron,
 * Bootstrap methods: another look at the jackknife, 1979). The annotations of an item stay together. The same seed
 * gives the same interval.
 *
 * @param low NaN, as {@code high}, for fewer than two items or if half of the draws leave the statistic undefined
 */
record ItemBootstrap(double low, double high) {

    static final int ROUNDS = 1_000;
    private static final double TAIL = 0.025;

    /** @param statistic of how often each kind of item was drawn; a NaN is left out */
    static ItemBootstrap of(Items.Kinds kinds, long seed, ToDoubleFunction<int[]> statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[ROUNDS];
        int defined = 0;
        for (int round = 0; kinds.ofItem().length > 1 && round < ROUNDS; round++) {
            double value = statistic.applyAsDouble(draw(kinds, random));
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        if (defined <= ROUNDS / 2) {
            return new ItemBootstrap(Double.NaN, Double.NaN);
        }
        double[] rising = Arrays.copyOf(values, defined);
        Arrays.sort(rising);
        return new ItemBootstrap(rising[(int) Math.floor(TAIL * (defined - 1))],
                rising[(int) Math.ceil((1 - TAIL) * (defined - 1))]);
    }

    private static int[] draw(Items.Kinds kinds, SplittableRandom random) {
        int[] times = new int[kinds.counts().length];
        int[] ofItem = kinds.ofItem();
        for (int i = 0; i < ofItem.length; i++) {
            times[ofItem[random.nextInt(ofItem.length)]]++;
        }
        return times;
    }
}
