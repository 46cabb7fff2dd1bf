package org.dohyo.rating.ordinal;

import org.dohyo.rating.Fit;

/**
 * Ratings by votes with a degree, with two kinds of interval.
 *
 * @param byVotes every vote taken as independent: what these annotators, asked again, would say
 * @param byAnnotators the same ratings; the votes of one annotator hang together, so that it is about other annotators
 *        as well. No interval is narrower than by votes
 * @param thresholds in nats, between level k−1 and level k in place k−1; symmetric about 0 and rising. Equal ones
 *        enclose a level that never occurred, and infinite ones outer levels that never occurred
 */
public record OrdinalFit(Fit byVotes, Fit byAnnotators, double[] thresholds) {

    /** How often a vote between two models is expected to have each level. */
    public double[] expected(int first, int second) {
        double lead = (byVotes.ratings()[first] - byVotes.ratings()[second]) / OrdinalBradleyTerry.POINTS_PER_NAT;
        double[] shares = new double[thresholds.length + 1];
        double below = 0;
        for (int level = 0; level < shares.length; level++) {
            double atMost = level == thresholds.length ? 1 : OrdinalLikelihood.sigmoid(thresholds[level] - lead);
            shares[level] = atMost - below;
            below = atMost;
        }
        return shares;
    }
}
