package org.dohyo.rating;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The Bradley-Terry model: P(i beats j) = 1/(1+10^((R_j−R_i)/400)), ties and both-bad as half a win each way (R. A.
 * Bradley and M. E. Terry, Rank analysis of incomplete block designs, 1952). Each component of the played pairs is
 * fitted by itself. All methods throw {@link NotConvergedException} if an optimum is not reached.
 */
public final class BradleyTerry {

    private BradleyTerry() {
    }

    /**
     * The maximum-likelihood ratings, with the covariance V = H⁻¹GH⁻¹ of independent votes (the sandwich of
     * Chiang et al., arXiv 2403.04132).
     */
    public static Fit fit(PairCounts counts) {
        return new Solution(counts.models(), counts.weighted()).fit();
    }

    /**
     * As {@link #fit(PairCounts)}, and the same ratings, found sooner if a few votes came since {@code startingAt}.
     *
     * @param startingAt a rating for each model, 1000 for one that had none
     */
    public static Fit fit(PairCounts counts, double[] startingAt) {
        return new Solution(counts.models(), counts.weighted(), logStrengths(counts.models(), startingAt)).fit();
    }

    /**
     * As {@link #fit(PairCounts)}, rounded to the {@link org.dohyo.rating.exact.Grid}, and the covariance there: the
     * same to the last bit from any start, on every Java and processor.
     *
     * @param startingAt a rating for each model, 1000 for one that had none
     */
    public static Fit fitOnGrid(PairCounts counts, double[] startingAt) {
        return Solution.onGrid(counts.models(), counts.weighted(), logStrengths(counts.models(), startingAt)).fit();
    }

    private static double[] logStrengths(int models, double[] ratings) {
        if (ratings.length != models || !Arrays.stream(ratings).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "not a rating for each of " + models + " models: " + Arrays.toString(ratings));
        }
        return Arrays.stream(ratings).map(EloScale::logStrength).toArray();
    }

    /**
     * As {@link #fit(PairCounts)}, each voter's votes weighted and taken as hanging together: the covariance is the
     * sandwich filled with {@link VoterVotes#scores}. No rating is surer than {@link #fit(PairCounts)} has it.
     */
    public static Fit fit(VoterVotes votes) {
        return fit(votes, fit(new PairCounts(votes.models(), votes.unweighted())));
    }

    /** As {@link #fit(VoterVotes)} where the fit of the same votes, every vote counting one, is known already. */
    public static Fit fit(VoterVotes votes, Fit byVotes) {
        return fit(votes.models(), votes.weighted(), votes::scores, byVotes);
    }

    /**
     * As {@link #fit(VoterVotes, Fit)} where the votes were added up elsewhere.
     *
     * @param weighted each voter's votes weighted, and added up
     * @param scores the voters' scores for the models' log-strengths: {@link VoterVotes.Sums#scores}
     */
    public static Fit fit(int models, List<WeightedPair> weighted, Function<double[], double[][]> scores,
            Fit byVotes) {
        Solution solution = new Solution(models, weighted);
        return solution.fit(scores.apply(solution.theta())).withAtLeast(byVotes.variances());
    }

    /** The ratings of weighted votes without their covariance, which the sums don't determine: it is NaN. */
    public static Fit ratings(int models, List<WeightedPair> pairs) {
        return new Solution(models, pairs).withoutCovariance();
    }

    /** As {@link #ratings(int, List)}, rounded as {@link #fitOnGrid}. */
    public static Fit ratingsOnGrid(int models, List<WeightedPair> pairs, double[] startingAt) {
        return Solution.onGrid(models, pairs, logStrengths(models, startingAt)).withoutCovariance();
    }
}
