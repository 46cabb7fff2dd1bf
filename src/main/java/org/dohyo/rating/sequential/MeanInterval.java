package org.dohyo.rating.sequential;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean score of all votes to come, with an interval that holds at whatever time one looks with a probability of at
 * least 1 − α: the means against which no gambler of {@link Bets} has made 2/α of 1 in either direction. Against a mean
 * m of scores from −1 to 1 they stake on (x − m)/(1 + m), or on (m − x)/(1 − m) (I. Waudby-Smith and A. Ramdas,
 * Estimating means of bounded random variables by betting, JRSS B 86, 2024, theorem 3). Against 0 these are the bets of
 * {@link Comparison}: the interval excludes 0 from its decision on, unless later votes turn the mean.
 *
 * @param estimate the mean so far; 0 without votes
 * @param low −1 … estimate
 * @param high estimate … 1
 */
public record MeanInterval(double estimate, double low, double high) {

    /** The interval is the common part of those after 1, 2, 3 … votes, each of these numbers a tenth above the last. */
    private static final double STEP = 1.1;
    private static final double PRECISION = 1e-7;

    /**
     * @param scores in the order of the votes
     * @param alpha as the comparison had it
     */
    public static MeanInterval of(double[] scores, Comparison comparison, double alpha) {
        double bar = Math.log(2 / alpha);
        double low = -1;
        double high = 1;
        Map<Double, Integer> counts = new TreeMap<>();
        long next = 1;
        for (int vote = 1; vote <= scores.length; vote++) {
            counts.merge(scores[vote - 1], 1, Integer::sum);
            boolean decides = comparison.decidedAfter().orElse(0) == vote;
            if (vote == next || vote == scores.length || decides) {
                low = raised(low, counts, bar);
                high = -raised(-high, mirrored(counts), bar);
            }
            next = vote < next ? next : Math.max(vote + 1L, (long) Math.ceil(vote * STEP));
        }
        double mean = Arrays.stream(scores).average().orElse(0);
        return new MeanInterval(mean, Math.min(low, mean), Math.max(high, mean));
    }

    /** The lower bound after these votes, if it is above the one so far. */
    private static double raised(double low, Map<Double, Integer> counts, double bar) {
        if (!refuted(low, counts, bar)) {
            return low;
        }
        double refuted = low;
        double open = 1;
        while (open - refuted > PRECISION) {
            double middle = (refuted + open) / 2;
            if (refuted(middle, counts, bar)) {
                refuted = middle;
            } else {
                open = middle;
            }
        }
        return refuted;
    }

    /** True if the votes show the mean to be above m; monotone, since each factor falls with m. */
    private static boolean refuted(double m, Map<Double, Integer> counts, double bar) {
        double from = Math.max(m, PRECISION - 1);
        double[] staked = counts.keySet().stream().mapToDouble(score -> (score - from) / (1 + from)).toArray();
        double[] numbers = counts.values().stream().mapToDouble(number -> number).toArray();
        return Bets.logSum(staked, numbers) >= bar;
    }

    private static Map<Double, Integer> mirrored(Map<Double, Integer> counts) {
        Map<Double, Integer> mirrored = new TreeMap<>();
        counts.forEach((score, number) -> mirrored.put(-score, number));
        return mirrored;
    }
}
