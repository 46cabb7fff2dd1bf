package org.dohyo.integrity.tilt;

/**
 * How far honest votes of one voter or group may prefer a model more, or less, than everyone else: a normal taste with
 * a standard deviation in log-odds, by the three points and weights of Gauss and Hermite.
 */
public enum Slack {

    /** Everybody judges alike. */
    NONE(0),
    /** One person's taste. */
    VOTER(0.4),
    /** Several people's: tastes even out, and those who share a network may share an interest. */
    GROUP(0.3),
    /** Votes on one prompt, at which a model may be better or worse than at others. */
    PROMPT(0.8);

    private static final double OUTER = 1.0 / 6;

    private final double[] nodes;

    Slack(double deviation) {
        this.nodes = deviation == 0 ? new double[0]
                : new double[] { -Math.sqrt(3) * deviation, Math.sqrt(3) * deviation };
    }

    /** The tastes besides 0. */
    double[] nodes() {
        return nodes;
    }

    /** The logarithm of the mean likelihood ratio over all tastes, given those of {@link #nodes}. */
    double logMean(double[] logs) {
        if (logs.length == 0) {
            return 0;
        }
        LogSum sum = new LogSum();
        sum.add(Math.log(1 - OUTER * logs.length));
        for (double log : logs) {
            sum.add(Math.log(OUTER) + log);
        }
        return sum.value();
    }
}
