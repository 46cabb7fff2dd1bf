package org.dohyo.rating.ordinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.statistics.distribution.TDistribution;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Confidence;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.WeightedPair;

/**
 * The cumulative-link Bradley-Terry model of preferences with K levels: P(level ≤ k | i, j) = σ(c_k − (θ_i − θ_j)) with
 * rising thresholds c_k = −c_(K−2−k), k = 0 … K−2, estimated with the strengths (G. Tutz, Bradley-Terry-Luce models
 * with an ordered response, J. Math. Psych. 30, 1986; A. Agresti, Analysis of ordinal paired comparison data, Applied
 * Statistics 41, 1992). Two levels are the plain {@link BradleyTerry}, three have a tie with a width of its own.
 * <p>
 * Ratings are 1000 + 400/ln 10·θ with mean 1000 in each component: 400 points are odds of ten to one at any threshold.
 * They are the exact maximum of the likelihood. As with the plain model, a component without a finite optimum gets a
 * tenth of a virtual tie (by halves of the outermost levels) on each played pair, and its models are marked.
 */
public final class OrdinalBradleyTerry {

    static final double POINTS_PER_NAT = EloScale.rating(1) - EloScale.MEAN;
    private static final double UPPER = 0.975;

    private OrdinalBradleyTerry() {
    }

    /**
     * Fits all votes. By votes the covariance is the sandwich V = H⁻¹GH⁻¹ of independent votes; with more than two
     * levels no variance is below that of H⁻¹, because the scores of a few votes of a middle level vanish and would
     * make a newcomer look certain. By annotators G = U/(U−1)·Σ_u S_u·S_uᵀ + a U-th of the former for U annotators, S_u
     * the sum of one's scores, and V is widened by (t/1.96)², t the 97.5% point of Student's distribution with U−1
     * degrees of freedom: half-widths are what few annotators allow. One annotator's intervals are those by votes.
     *
     * @param models 0 … models−1; one without votes has 1000 and no variance (NaN)
     * @param levels of the scale, at least 2
     * @throws IllegalArgumentException if a vote names a model or level that isn't there
     * @throws org.dohyo.rating.NotConvergedException if the optimum is not reached
     */
    public static OrdinalFit fit(int models, int levels, List<OrdinalVote> votes) {
        if (levels < 2) {
            throw new IllegalArgumentException("a scale of " + levels + " levels");
        }
        Levels used = Levels.of(levels, votes);
        List<List<Cell>> byAnnotator = byAnnotator(models, used, votes);
        List<Cell> cells = added(byAnnotator.stream().flatMap(List::stream).toList());
        Fit plain = BradleyTerry.ratings(models, pairs(used, cells));
        boolean[] regularised = withoutOptimum(new FiniteOptimum(models, used, cells), plain.component());
        OrdinalLikelihood likelihood = new OrdinalLikelihood(used, cells, plain.component(), regularised);
        double[] theta = Arrays.stream(plain.ratings()).map(EloScale::logStrength).toArray();
        OrdinalLikelihood.At optimum = likelihood.minimise(likelihood.start(theta));
        Fit byVotes = byVotes(used, optimum, plain.component(), regularised);
        return new OrdinalFit(byVotes, byAnnotators(optimum, byAnnotator, byVotes),
                used.thresholds(Arrays.copyOfRange(optimum.parameters(), models, optimum.parameters().length)));
    }

    private static Fit byVotes(Levels levels, OrdinalLikelihood.At optimum, int[] component, boolean[] regularised) {
        int models = component.length;
        double[] ratings = Arrays.stream(optimum.parameters(), 0, models).map(EloScale::rating).toArray();
        Fit sandwich = new Fit(ratings, component, regularised, covariance(component, optimum, optimum.scoresByVote()));
        return levels.count() == 2 ? sandwich
                : sandwich.withAtLeast(
                        new Fit(ratings, component, regularised, covariance(component, optimum, optimum.hessian()))
                                .variances());
    }

    private static Fit byAnnotators(OrdinalLikelihood.At optimum, List<List<Cell>> byAnnotator, Fit byVotes) {
        if (byAnnotator.size() < 2) {
            return byVotes;
        }
        double t = TDistribution.of(byAnnotator.size() - 1.0).inverseCumulativeProbability(UPPER) / Confidence.Z;
        double[][] covariance = covariance(byVotes.component(), optimum, optimum.scoresByAnnotator(byAnnotator));
        double[][] widened = Arrays.stream(covariance)
                .map(row -> Arrays.stream(row).map(element -> t * t * element).toArray()).toArray(double[][]::new);
        return new Fit(byVotes.ratings(), byVotes.component(), byVotes.regularised(), widened)
                .withAtLeast(byVotes.variances());
    }

    private static double[][] covariance(int[] component, OrdinalLikelihood.At optimum, double[][] scores) {
        double[][] all = optimum.gauged().sandwich(scores);
        int models = component.length;
        double[][] covariance = new double[models][models];
        for (int i = 0; i < models; i++) {
            for (int j = 0; j < models; j++) {
                covariance[i][j] = component[i] == component[j] ? POINTS_PER_NAT * POINTS_PER_NAT * all[i][j] : 0;
            }
            covariance[i][i] = optimum.hessian()[i][i] == 0 ? Double.NaN : covariance[i][i];
        }
        return covariance;
    }

    private static boolean[] withoutOptimum(FiniteOptimum finite, int[] component) {
        boolean[] without = new boolean[component.length];
        int[] representative = new int[component.length];
        Arrays.fill(representative, -1);
        boolean[] loose = new boolean[component.length];
        for (int model = 0; model < component.length; model++) {
            if (representative[component[model]] < 0) {
                representative[component[model]] = model;
            }
            loose[component[model]] |= !finite.bound(representative[component[model]], model);
        }
        for (int model = 0; model < component.length; model++) {
            without[model] = loose[component[model]];
        }
        return without;
    }

    private record Key(int first, int second, int level) {
    }

    private static List<Cell> added(List<Cell> cells) {
        Map<Key, Double> sums = new LinkedHashMap<>();
        cells.forEach(
                cell -> sums.merge(new Key(cell.first(), cell.second(), cell.level()), cell.votes(), Double::sum));
        return sums.entrySet().stream().map(entry -> new Cell(entry.getKey().first(), entry.getKey().second(),
                entry.getKey().level(), entry.getValue())).toList();
    }

    /** The lower model first. */
    private static List<List<Cell>> byAnnotator(int models, Levels levels, List<OrdinalVote> votes) {
        Map<Integer, List<Cell>> byAnnotator = new TreeMap<>();
        for (OrdinalVote vote : votes) {
            if (Math.max(vote.first(), vote.second()) >= models) {
                throw new IllegalArgumentException("a model beyond " + models + ": " + vote);
            }
            int level = levels.number(vote.level());
            byAnnotator.computeIfAbsent(vote.annotator(), annotator -> new ArrayList<>())
                    .add(vote.first() < vote.second() ? new Cell(vote.first(), vote.second(), level, 1)
                            : new Cell(vote.second(), vote.first(), levels.count() - 1 - level, 1));
        }
        return byAnnotator.values().stream().map(OrdinalBradleyTerry::added).toList();
    }

    /** Without the degrees: who was preferred. */
    private static List<WeightedPair> pairs(Levels levels, List<Cell> cells) {
        return cells.stream().map(cell -> {
            int side = Integer.signum(2 * cell.level() - levels.count() + 1);
            return new WeightedPair(cell.first(), cell.second(), side > 0 ? cell.votes() : 0,
                    side < 0 ? cell.votes() : 0, side == 0 ? cell.votes() : 0);
        }).toList();
    }
}
