package org.dohyo.integrity.tilt;

/**
 * What evidence leads to. The bars were chosen by simulation (docs/integrity.md); all are logarithms.
 */
public final class Ladder {

    /** E at which the newcomers of one day are looked at more closely. */
    public static final double SUSPICION = Math.log(100);
    /** E at which votes have no weight until somebody has reviewed them. */
    public static final double QUARANTINE = Math.log(20);
    /** E at which votes are excluded, if {@link FalseDiscoveries} lets that pass as well. */
    public static final double EXCLUSION = Math.log(100);
    /** The ratio at which a newcomer is taken as one of a suspicious {@link KeyKind#ARRIVAL}. */
    public static final double COMPANION = Math.log(2);
    /** The share of honest ones among the excluded that is accepted. */
    public static final double FALSE_EXCLUSIONS = 0.1;

    private Ladder() {
    }

    /**
     * The bar of exclusion among keys of one kind.
     *
     * @param suspicious logarithms of E of all keys that may reach it
     * @param keys the number of all keys of the kind
     */
    public static double exclusion(double[] suspicious, long keys) {
        return Math.max(EXCLUSION, FalseDiscoveries.logThreshold(suspicious, keys, FALSE_EXCLUSIONS));
    }

    /** True if a newcomer's votes are explained by what explains those of all who came on the same day. */
    public static boolean companion(Evidence newcomer, Evidence arrivals) {
        return arrivals.peak() >= SUSPICION && newcomer.logRatio(arrivals.leading()) >= COMPANION;
    }
}
