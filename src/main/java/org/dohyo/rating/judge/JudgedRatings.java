package org.dohyo.rating.judge;

import java.util.Arrays;
import java.util.List;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Cholesky;
import org.dohyo.rating.Confidence;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.rating.WeightedPair;

/**
 * Bradley-Terry ratings by people's votes, where a judge narrows the intervals: the θ with Σ_i x_i·[ξ_i/π_i·(p_i − y_i)
 * − λ·(ξ_i/π_i − 1)·(p_i − f_i)] = 0. The first part are the score equations of people's votes, weighted by their
 * propensity ({@link Judged}); the second has the mean 0 whatever the judge f says, so it adds no bias, and correlates
 * with the first where the judge is good (prediction-powered inference for estimating equations: A. N. Angelopoulos et
 * al., arXiv 2301.09633; with power tuning: arXiv 2311.01453). λ between 0 and 1 minimises the sum of the variances,
 * estimated from the votes; at 0 the judge is ignored.
 * <p>
 * V = H⁻¹GH⁻¹, G the sum of the outer products of the clusters' scores, those that people answered times U/(U−1) and
 * n/(n−m+1) for n votes on m models, widened by (t/1.96)², t Student's with Satterthwaite's degrees of freedom (U−1 for
 * equal propensities). A model with fewer than four decided votes is never surer than p(1−p) of people's votes makes it.
 *
 * @param with the judge; Elo scale, mean 1000 in each component
 * @param without the judge
 * @param power λ; 0 also if the equations with the judge have no finite solution, then both fits are the same
 */
public record JudgedRatings(Fit with, Fit without, double power) {

    private static final double POINTS_PER_NAT = EloScale.rating(1) - EloScale.MEAN;
    private static final double ENOUGH_DECIDED = Confidence.Z * Confidence.Z;

    /**
     * @param models 0 … models−1; those that no votes of people connect are in different components, and the judge's
     *        verdicts between these are left out
     * @throws IllegalArgumentException if a pair names a model beyond, or people answered fewer than two clusters
     * @throws NotConvergedException if the ratings by people's votes alone are not found
     */
    public static JudgedRatings of(int models, List<JudgedPair> pairs) {
        if (pairs.stream().anyMatch(pair -> Math.max(pair.first(), pair.second()) >= models)) {
            throw new IllegalArgumentException("a model beyond " + models);
        }
        Clusters clusters = Clusters.of(pairs.stream().map(JudgedPair::judged).toList());
        if (clusters.voting() < 2) {
            throw new IllegalArgumentException("people answered " + clusters.voting() + " clusters, fewer than two");
        }
        Fit people = BradleyTerry.ratings(models, pairs.stream().filter(pair -> pair.judged().answered())
                .map(JudgedRatings::weighted).toList());
        List<JudgedPair> within = pairs.stream()
                .filter(pair -> people.component()[pair.first()] == people.component()[pair.second()]).toList();
        Equations equations = new Equations(within,
                Clusters.of(within.stream().map(JudgedPair::judged).toList()), people);
        double[] theta = Arrays.stream(people.ratings()).map(EloScale::logStrength).toArray();
        double[] floor = equations.floor(theta);
        Fit without = equations.fit(0, theta).withAtLeast(floor);
        double power = equations.power(theta);
        try {
            double[] tuned = power == 0 ? theta : equations.scores(power).minimise(theta).parameters();
            return new JudgedRatings(power == 0 ? without : equations.fit(power, tuned).withAtLeast(floor), without,
                    power);
        } catch (NotConvergedException e) {
            return new JudgedRatings(without, without, 0);
        }
    }

    private static WeightedPair weighted(JudgedPair pair) {
        double weight = pair.judged().weight();
        return new WeightedPair(pair.first(), pair.second(), weight * pair.judged().person(),
                weight * (1 - pair.judged().person()), 0);
    }

    private record Equations(List<JudgedPair> pairs, Clusters clusters, Fit people) {

        private int models() {
            return people.ratings().length;
        }

        private static double p(JudgedPair pair, double[] theta) {
            return Scores.sigmoid(theta[pair.first()] - theta[pair.second()]);
        }

        /** Σ ω·p − s over the pairs, ω = λ + (1−λ)·ξ/π ≥ 0 and s = λf + ξ/π·(y − λf). */
        Scores scores(double power) {
            Scores scores = new Scores(people.component());
            for (JudgedPair pair : pairs) {
                Judged judged = pair.judged();
                double asked = judged.answered() ? judged.weight() * (judged.person() - power * judged.judge()) : 0;
                scores.add(pair.first(), pair.second(), power + (1 - power) * judged.weight(),
                        power * judged.judge() + asked);
            }
            return scores;
        }

        /** λ = Σ kv(p−y)(p−f) / Σ kv(p−f)² over people's votes, v = (1−π)/π² and k = ‖H⁻¹x‖². */
        double power(double[] theta) {
            Cholesky curvature = scores(0).new At(theta).gauged();
            double[][] reach = reach(curvature);
            double both = 0;
            double judges = 0;
            for (JudgedPair pair : pairs) {
                if (pair.judged().answered()) {
                    double harm = pair.judged().harm() * reach[pair.first()][pair.second()];
                    double off = p(pair, theta) - pair.judged().judge();
                    both += harm * off * (p(pair, theta) - pair.judged().person());
                    judges += harm * off * off;
                }
            }
            return judges > 0 ? Math.max(0, Math.min(1, both / judges)) : 0;
        }

        /** ‖H⁻¹(e_i − e_j)‖² of all pairs. */
        private double[][] reach(Cholesky curvature) {
            double[][] columns = new double[models()][];
            for (int i = 0; i < columns.length; i++) {
                double[] unit = new double[columns.length];
                unit[i] = 1;
                columns[i] = curvature.solve(unit);
            }
            double[][] reach = new double[columns.length][columns.length];
            for (int i = 0; i < columns.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    for (int k = 0; k < columns.length; k++) {
                        double difference = columns[i][k] - columns[j][k];
                        reach[i][j] += difference * difference;
                    }
                }
            }
            return reach;
        }

        Fit fit(double power, double[] theta) {
            double[][] filling = filling(power, theta);
            double[][] covariance = points(scores(power).new At(theta).gauged().sandwich(filling),
                    clusters.widening() * clusters.widening());
            return new Fit(Arrays.stream(theta).map(EloScale::rating).toArray(), people.component(),
                    people.regularised(), covariance);
        }

        private double[][] filling(double power, double[] theta) {
            double[][] sums = new double[clusters.size()][];
            for (int i = 0; i < pairs.size(); i++) {
                JudgedPair pair = pairs.get(i);
                Judged judged = pair.judged();
                double p = p(pair, theta);
                double score = (judged.answered() ? judged.weight() * (p - judged.person()) : 0)
                        - power * (judged.weight() - 1) * (p - judged.judge());
                int cluster = clusters.ofItem()[i];
                sums[cluster] = sums[cluster] == null ? new double[models()] : sums[cluster];
                sums[cluster][pair.first()] += score;
                sums[cluster][pair.second()] -= score;
            }
            long votes = pairs.stream().filter(pair -> pair.judged().answered()).count();
            double fitted = votes / Math.max(1.0, votes - models() + 1);
            double[][] filling = new double[models()][models()];
            int voting = clusters.voting();
            for (int cluster = 0; cluster < sums.length; cluster++) {
                double factor = clusters.factor(cluster, voting);
                addOuter(sums[cluster], factor > 1 ? factor * fitted : 1, filling);
            }
            return filling;
        }

        private static void addOuter(double[] score, double factor, double[][] sum) {
            for (int i = 0; i < score.length; i++) {
                for (int j = 0; score[i] != 0 && j < score.length; j++) {
                    sum[i][j] += factor * score[i] * score[j];
                }
            }
        }

        /** Variances by p(1−p) of models with fewer than z² decided votes, else 0. */
        double[] floor(double[] theta) {
            double[] decided = new double[models()];
            double[][] spread = new double[models()][models()];
            for (JudgedPair pair : pairs) {
                if (pair.judged().answered()) {
                    double share = Math.abs(2 * pair.judged().person() - 1);
                    decided[pair.first()] += share;
                    decided[pair.second()] += share;
                    double p = p(pair, theta);
                    Scores.addPair(spread, pair.first(), pair.second(),
                            pair.judged().weight() * pair.judged().weight() * p * (1 - p));
                }
            }
            double[][] covariance = points(scores(0).new At(theta).gauged().sandwich(spread), 1);
            double[] floor = new double[models()];
            for (int model = 0; model < floor.length; model++) {
                floor[model] = decided[model] < ENOUGH_DECIDED ? covariance[model][model] : 0;
            }
            return floor;
        }

        /** In squared points; NaN for a model without votes. */
        private double[][] points(double[][] nats, double factor) {
            double[][] points = new double[models()][models()];
            for (int i = 0; i < points.length; i++) {
                for (int j = 0; j < points.length; j++) {
                    points[i][j] = people.component()[i] == people.component()[j]
                            ? factor * POINTS_PER_NAT * POINTS_PER_NAT * nats[i][j]
                            : 0;
                }
            }
            boolean[] voted = new boolean[points.length];
            pairs.stream().filter(pair -> pair.judged().answered()).forEach(pair -> {
                voted[pair.first()] = true;
                voted[pair.second()] = true;
            });
            for (int i = 0; i < points.length; i++) {
                points[i][i] = voted[i] ? points[i][i] : Double.NaN;
            }
            return points;
        }
    }
}
