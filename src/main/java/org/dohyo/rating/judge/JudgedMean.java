package org.dohyo.rating.judge;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The mean of people's scores over all items, of which people answered some: mean of m_i + ξ_i/π_i·(y_i − m_i), with
 * ξ_i = 1 if people answered, π_i the propensity, y_i their score and m_i a prediction of it. For any predictions that
 * don't depend on the item's own answer this is unbiased, and the variance is that of the terms over their number: J.
 * M. Robins, A. Rotnitzky and L. P. Zhao (JASA 89, 1994), known as prediction-powered inference where m is a model's
 * output (A. N. Angelopoulos et al., Science 382, 2023, arXiv 2301.09633). The power of the judge is tuned as in PPI++
 * (Angelopoulos, Duchi and Zrnic, arXiv 2311.01453): m = a + b·judge by least squares with the weights (1−π)/π², which
 * minimises the variance, b times 1 − (its squared standard error)/b² and not below 0, so that a useless judge is left
 * out. A fifth of the items is predicted from the other four.
 * <p>
 * π may depend on everything that came before, so an adaptive queue is fine if it stores the probability. The terms are
 * added by cluster, those that people answered times U/(U−1), and the interval is Student's with Satterthwaite's
 * degrees of freedom: U−1 clusters for equal propensities, fewer for unequal ones.
 *
 * @param with the judge
 * @param without the judge: the same with m = a
 * @param answered items that people answered
 * @param items all
 */
public record JudgedMean(Interval with, Interval without, int answered, int items) {

    private static final int FOLDS = 5;
    // Less spread of the judge's scores than this share is rounding.
    private static final double FLAT = 1e-12;

    /** @return NaN if people answered fewer than two items or clusters */
    public static JudgedMean of(List<Judged> items) {
        int answered = (int) items.stream().filter(Judged::answered).count();
        return new JudgedMean(interval(items, answered, Judged::judge), interval(items, answered, item -> 0), answered,
                items.size());
    }

    private static Interval interval(List<Judged> items, int answered, ToDoubleFunction<Judged> judge) {
        Clusters clusters = Clusters.of(items);
        if (answered < 2 || clusters.voting() < 2) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] terms = terms(items, Math.min(FOLDS, answered), judge);
        double mean = 0;
        for (double term : terms) {
            mean += term / terms.length;
        }
        double[] sums = new double[clusters.size()];
        for (int i = 0; i < terms.length; i++) {
            sums[clusters.ofItem()[i]] += (terms[i] - mean) / terms.length;
        }
        int voting = clusters.voting();
        double variance = 0;
        for (int cluster = 0; cluster < sums.length; cluster++) {
            variance += clusters.factor(cluster, voting) * sums[cluster] * sums[cluster];
        }
        double half = clusters.t() * Math.sqrt(variance);
        return new Interval(mean, mean - half, mean + half);
    }

    private static double[] terms(List<Judged> items, int folds, ToDoubleFunction<Judged> judge) {
        int[] fold = folds(items, folds);
        Line[] lines = new Line[folds];
        for (int k = 0; k < folds; k++) {
            lines[k] = Line.without(k, fold, items, judge);
        }
        double[] terms = new double[items.size()];
        for (int i = 0; i < terms.length; i++) {
            Judged item = items.get(i);
            double predicted = lines[fold[i]].at(judge.applyAsDouble(item));
            terms[i] = predicted + (item.answered() ? (item.person() - predicted) * item.weight() : 0);
        }
        return terms;
    }

    /** Turn and turn about, the answered and the others separately, so that each fold has its share of both. */
    private static int[] folds(List<Judged> items, int folds) {
        int[] fold = new int[items.size()];
        int answered = 0;
        for (int i = 0; i < fold.length; i++) {
            fold[i] = (items.get(i).answered() ? answered++ : i - answered) % folds;
        }
        return fold;
    }

    /** a + b·judge by weighted least squares. */
    private record Line(double a, double b) {

        double at(double judge) {
            return a + b * judge;
        }

        static Line without(int left, int[] fold, List<Judged> items, ToDoubleFunction<Judged> judge) {
            Line tuned = fitted(left, fold, items, judge, Judged::harm);
            return tuned != null ? tuned : fitted(left, fold, items, judge, Judged::weight);
        }

        /** Null if all weights are 0: then people were sure to be asked, and no prediction of these items matters. */
        private static Line fitted(int left, int[] fold, List<Judged> items, ToDoubleFunction<Judged> judge,
                ToDoubleFunction<Judged> weight) {
            double all = 0;
            double meanX = 0;
            double meanY = 0;
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] != left && items.get(i).answered()) {
                    double w = weight.applyAsDouble(items.get(i));
                    all += w;
                    meanX += w * judge.applyAsDouble(items.get(i));
                    meanY += w * items.get(i).person();
                }
            }
            if (all == 0) {
                return null;
            }
            meanX /= all;
            meanY /= all;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] != left && items.get(i).answered()) {
                    double w = weight.applyAsDouble(items.get(i));
                    double x = judge.applyAsDouble(items.get(i)) - meanX;
                    xx += w * x * x;
                    xy += w * x * (items.get(i).person() - meanY);
                }
            }
            double b = xx > FLAT * all * Math.max(1, meanX * meanX) ? xy / xx : 0;
            double noise = 0;
            for (int i = 0; b != 0 && i < fold.length; i++) {
                if (fold[i] != left && items.get(i).answered()) {
                    double x = judge.applyAsDouble(items.get(i)) - meanX;
                    double part = weight.applyAsDouble(items.get(i)) * x
                            * (items.get(i).person() - meanY - b * x) / xx;
                    noise += part * part;
                }
            }
            b *= b == 0 ? 0 : Math.max(0, 1 - noise / (b * b));
            return new Line(meanY - b * meanX, b);
        }
    }
}
