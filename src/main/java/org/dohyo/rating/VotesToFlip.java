package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How few votes, taken away, would swap two neighbours of the board: how much the order rests on
 * (T. Broderick, R. Giordano and R. Meager, An automatic finite-sample robustness metric, arXiv 2011.14999).
 *
 * @param above the model that stands one place higher
 * @param votes so many, taken away in the order of their effect, swap the two in a new fit, and one fewer does not: an
 *        upper bound of the fewest, as another choice might do with fewer. Empty if no number of them does, and where
 *        the votes alone give no finite rating: virtual ties hold such an order, not votes
 */
public record VotesToFlip(int above, int below, OptionalLong votes) {

    /** For each two neighbours of each component, every vote counting one. */
    public static List<VotesToFlip> of(PairCounts counts) {
        return of(counts.models(), counts.weighted());
    }

    /** As {@link #of(PairCounts)} where votes have weights: counted in votes of the weight 1. */
    public static List<VotesToFlip> of(int models, List<WeightedPair> pairs) {
        Solution solution = new Solution(models, pairs);
        int[] ranks = solution.withoutCovariance().ranks();
        List<VotesToFlip> flips = new ArrayList<>();
        for (int c = 0; c < solution.components().size(); c++) {
            int[] members = solution.components().get(c).members();
            int[] order = Arrays.stream(members).boxed().sorted(Comparator.comparingInt(model -> ranks[model]))
                    .mapToInt(Integer::intValue).toArray();
            boolean finite = solution.components().get(c).hasOptimum();
            Cholesky curvature = order.length > 1 && finite ? solution.curvature(c) : null;
            for (int i = 0; i + 1 < order.length; i++) {
                if (!finite) {
                    flips.add(new VotesToFlip(order[i], order[i + 1], OptionalLong.empty()));
                    continue;
                }
                double[] influence = influence(models, members, curvature, order[i], order[i + 1]);
                Removal removal = new Removal(models, pairs, solution.theta(), influence, order[i], order[i + 1]);
                flips.add(new VotesToFlip(order[i], order[i + 1], removal.fewest()));
            }
        }
        return flips;
    }

    /** H⁻¹(e_above − e_below): the effect of a unit of each model's gradient on the lead. */
    private static double[] influence(int models, int[] members, Cholesky curvature, int above, int below) {
        double[] contrast = new double[members.length];
        contrast[Arrays.binarySearch(members, above)] = 1;
        contrast[Arrays.binarySearch(members, below)] = -1;
        double[] solved = curvature.solve(contrast);
        double[] influence = new double[models];
        IntStream.range(0, members.length).forEach(i -> influence[members[i]] = solved[i]);
        return influence;
    }
}
