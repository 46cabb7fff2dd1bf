package org.dohyo.leaderboard.speed;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Numbers of answers by bucket: bucket b holds the values from 1.05<sup>b</sup> to 1.05<sup>b+1</sup>. A quantile read
 * from it is off by less than 5%, because it lies in the same bucket as the true one.
 */
record Buckets(NavigableMap<Integer, Long> answers) {

    /** The natural logarithm of the ratio between two buckets. */
    static final double STEP = Math.log(1.05);

    static Buckets of(Map<Integer, Long> answers) {
        return new Buckets(new TreeMap<>(answers));
    }

    long total() {
        return answers.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The value below which this share of the answers lies, evenly spread within a bucket on the logarithmic scale.
     *
     * @param share 0 … 1
     * @throws IllegalStateException without answers
     */
    double quantile(double share) {
        double rank = share * total();
        double before = 0;
        for (Map.Entry<Integer, Long> bucket : answers.entrySet()) {
            if (before + bucket.getValue() >= rank) {
                return Math.exp(STEP * (bucket.getKey() + (rank - before) / bucket.getValue()));
            }
            before += bucket.getValue();
        }
        throw new IllegalStateException("no quantile without answers");
    }
}
