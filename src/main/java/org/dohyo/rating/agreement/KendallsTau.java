package org.dohyo.rating.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far two orders of the same models agree: Kendall's τ_b = Σ s_ij·t_ij / √(Σ s_ij² · Σ t_ij²) over the pairs of
 * models, s and t the signs of their differences on the two sides (M. G. Kendall, The treatment of ties in ranking
 * problems, 1945). The 95% interval is the percentile bootstrap over models; a model that is drawn twice is tied with
 * itself on both sides, which adds nothing. Where τ_b is 1 or −1, it is the interval of the order in which two
 * neighbours have changed places, up to the end of the scale.
 *
 * @param tau from −1 (turned round) to 1 (the same order); NaN where either side has one value only
 * @param low NaN, as {@code high}, for fewer than {@value #LEAST} models or where {@code tau} is NaN
 * @param n how many models
 */
public record KendallsTau(double tau, double low, double high, int n) {

    /** With fewer models most draws have two or three different ones. */
    public static final int LEAST = 5;

    private static final int ROUNDS = 1_000;
    private static final double TAIL = 0.025;

    /**
     * @param x finite
     * @param y of the same models
     * @param seed of the bootstrap; its cost is {@value #ROUNDS} · n²
     */
    public static KendallsTau of(double[] x, double[] y, long seed) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values beside " + y.length);
        }
        int n = x.length;
        byte[][] s = signs(x);
        byte[][] t = signs(y);
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double tau = tau(s, t, once);
        if (Double.isNaN(tau) || n < LEAST) {
            return new KendallsTau(tau, Double.NaN, Double.NaN, n);
        }
        if (Math.abs(tau) == 1) {
            // All draws would have the same order, and the interval be a point, which claims too much.
            KendallsTau less = of(x, withNeighboursSwapped(x, y), seed);
            return new KendallsTau(tau, tau > 0 ? less.low : -1, tau > 0 ? 1 : less.high, n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[ROUNDS];
        int defined = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int[] times = new int[n];
            for (int i = 0; i < n; i++) {
                times[random.nextInt(n)]++;
            }
            double value = tau(s, t, times);
            if (!Double.isNaN(value)) {
                drawn[defined++] = value;
            }
        }
        double[] rising = Arrays.copyOf(drawn, defined);
        Arrays.sort(rising);
        return new KendallsTau(tau, rising[(int) Math.floor(TAIL * (defined - 1))],
                rising[(int) Math.ceil((1 - TAIL) * (defined - 1))], n);
    }

    /** The two models in the middle change places on one side. */
    private static double[] withNeighboursSwapped(double[] x, double[] y) {
        int[] order = IntStream.range(0, x.length).boxed().sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i).toArray();
        int one = order[x.length / 2 - 1];
        int other = order[x.length / 2];
        double[] swapped = y.clone();
        swapped[one] = y[other];
        swapped[other] = y[one];
        return swapped;
    }

    private static byte[][] signs(double[] values) {
        byte[][] signs = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            signs[i] = new byte[i];
            for (int j = 0; j < i; j++) {
                signs[i][j] = (byte) Double.compare(values[i] + 0.0, values[j] + 0.0);
            }
        }
        return signs;
    }

    /** @param times how often each model counts */
    private static double tau(byte[][] s, byte[][] t, int[] times) {
        long both = 0;
        long first = 0;
        long second = 0;
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; times[i] > 0 && j < i; j++) {
                long weight = (long) times[i] * times[j];
                both += weight * s[i][j] * t[i][j];
                first += weight * s[i][j] * s[i][j];
                second += weight * t[i][j] * t[i][j];
            }
        }
        return first == 0 || second == 0 ? Double.NaN : both / Math.sqrt((double) first * second);
    }
}
