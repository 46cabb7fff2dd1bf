package org.dohyo.rating.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Confidence;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;

/**
 * How sharply one annotator tells the models apart that the others order: the a of P(i beats j) = σ(a·(θ_i − θ_j)), θ
 * the log-strengths by the others' votes alone (annotator abilities as in am-ELO, arXiv 2505.03475). 1 is as the
 * others, 0 is chance, below 0 against them. A normal prior of mean 1 and standard deviation 1 keeps few votes from
 * extremes; the interval is a ± 1.96/√(1 + Σ d²·p(1−p)), d the differences. A diagnostic: it takes the others'
 * strengths as known, and has no part in any rating.
 *
 * @param votes between models that the others' votes connect; the rest says nothing
 */
public record Discrimination(double slope, double low, double high, long votes) {

    private static final double PRIOR_MEAN = 1;
    private static final double PRIOR_PRECISION = 1;
    private static final double EXACT = 1e-12;

    /** Votes on a difference in nats, seen from the stronger model. */
    private record Gap(double nats, double wins, long votes) {
    }

    /**
     * One for each annotator, in order.
     *
     * @param byAnnotator each annotator's votes
     * @throws IllegalArgumentException if a pair names a model beyond {@code models}
     * @throws org.dohyo.rating.NotConvergedException if a fit of the others fails
     */
    public static List<Discrimination> of(int models, List<List<PairCount>> byAnnotator) {
        double[] start = BradleyTerry.fit(new PairCounts(models, byAnnotator.stream().flatMap(List::stream).toList()))
                .ratings();
        return IntStream.range(0, byAnnotator.size()).mapToObj(own -> {
            List<PairCount> others = IntStream.range(0, byAnnotator.size()).filter(other -> other != own)
                    .mapToObj(byAnnotator::get).flatMap(List::stream).toList();
            return of(gaps(BradleyTerry.fit(new PairCounts(models, others), start), byAnnotator.get(own)));
        }).toList();
    }

    private static List<Gap> gaps(Fit others, List<PairCount> own) {
        List<Gap> gaps = new ArrayList<>();
        for (PairCount pair : own) {
            if (others.component()[pair.first()] == others.component()[pair.second()]) {
                double nats = EloScale.logStrength(others.ratings()[pair.first()])
                        - EloScale.logStrength(others.ratings()[pair.second()]);
                gaps.add(new Gap(nats, pair.firstWins() + pair.halves() / 2.0, pair.votes()));
            }
        }
        return gaps;
    }

    private static Discrimination of(List<Gap> gaps) {
        // The votes pull by no more than Σ|d|, so the optimum is no farther from the prior than that.
        double reach = gaps.stream().mapToDouble(gap -> gap.votes() * Math.abs(gap.nats())).sum() / PRIOR_PRECISION;
        double low = PRIOR_MEAN - reach;
        double high = PRIOR_MEAN + reach;
        while (high - low > EXACT * Math.max(1, Math.abs(low) + Math.abs(high))) {
            double middle = (low + high) / 2;
            if (derivative(gaps, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double slope = (low + high) / 2;
        double half = Confidence.Z / Math.sqrt(information(gaps, slope));
        return new Discrimination(slope, slope - half, slope + half, gaps.stream().mapToLong(Gap::votes).sum());
    }

    /** Of the penalised loss; it rises with the slope. */
    private static double derivative(List<Gap> gaps, double slope) {
        double sum = PRIOR_PRECISION * (slope - PRIOR_MEAN);
        for (Gap gap : gaps) {
            sum += gap.nats() * (gap.votes() * sigmoid(slope * gap.nats()) - gap.wins());
        }
        return sum;
    }

    private static double information(List<Gap> gaps, double slope) {
        double sum = PRIOR_PRECISION;
        for (Gap gap : gaps) {
            double p = sigmoid(slope * gap.nats());
            sum += gap.votes() * gap.nats() * gap.nats() * p * (1 - p);
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
