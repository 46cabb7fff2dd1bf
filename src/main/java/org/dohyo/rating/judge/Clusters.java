package org.dohyo.rating.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.TDistribution;
import org.dohyo.rating.Confidence;

/**
 * Which items hang together.
 *
 * @param ofItem the cluster of each item, from 0
 * @param answered by cluster, whether people answered any of its items
 */
record Clusters(int[] ofItem, boolean[] answered) {

    private static final double UPPER = 0.975;

    static Clusters of(List<Judged> items) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] ofItem = new int[items.size()];
        int next = 0;
        for (int i = 0; i < ofItem.length; i++) {
            int cluster = items.get(i).cluster();
            Integer known = cluster < 0 ? null : numbers.get(cluster);
            if (known == null) {
                numbers.put(cluster, next);
                known = next++;
            }
            ofItem[i] = known;
        }
        boolean[] answered = new boolean[next];
        IntStream.range(0, ofItem.length).filter(i -> items.get(i).answered()).forEach(i -> answered[ofItem[i]] = true);
        return new Clusters(ofItem, answered);
    }

    /** U: how many people answered. */
    int voting() {
        int voting = 0;
        for (boolean one : answered) {
            voting += one ? 1 : 0;
        }
        return voting;
    }

    /** U/(U−1) for those that people answered, else 1. */
    double factor(int cluster) {
        return answered[cluster] ? voting() / (voting() - 1.0) : 1;
    }

    /** The half-width of a 95% interval in standard errors: Student's, with U−1 degrees of freedom. */
    double t() {
        return TDistribution.of(voting() - 1.0).inverseCumulativeProbability(UPPER);
    }

    /** How much wider than a normal distribution's. */
    double widening() {
        return t() / Confidence.Z;
    }
}
