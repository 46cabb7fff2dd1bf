package org.dohyo.rating.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.WeightedPair;

/**
 * Pairs of answers whose quality differs by θ_i − θ_j and by chance (standard deviation {@value #SPREAD} nats); people
 * vote by that difference and their taste, a judge sees it more or less.
 */
record JudgeWorld(double[] theta, Judge judge, Queue queue, int annotators, double taste) {

    private static final double SPREAD = 1.5;
    private static final double TIES = 0.15;
    private static final int MANY = 400_000;

    enum Judge {
        GOOD, BIASED, USELESS, CONTRARY;

        double score(double difference, SplittableRandom random) {
            double seen = 2 * difference + random.nextGaussian();
            return switch (this) {
                case GOOD -> Scores.sigmoid(seen);
                case BIASED -> seen + 1.5 > 0 ? 1 : 0;
                case USELESS -> random.nextDouble();
                case CONTRARY -> Scores.sigmoid(-seen);
            };
        }
    }

    enum Queue {
        RANDOM, ADAPTIVE;

        /** Adaptive: where the judge is for the first, and more as long as people are for the first, too. */
        double propensity(double judge, double meanSoFar) {
            return this == RANDOM ? 0.3 : (judge > 0.5 ? 0.4 : 0.1) * (meanSoFar > 0.5 ? 1.2 : 0.8);
        }
    }

    List<JudgedPair> pairs(int items, SplittableRandom random) {
        double[][] tastes = IntStream.range(0, Math.max(1, annotators))
                .mapToObj(annotator -> IntStream.range(0, theta.length).mapToDouble(model -> taste * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
        List<JudgedPair> pairs = new ArrayList<>();
        double sum = 0;
        int asked = 0;
        for (int item = 0; item < items; item++) {
            int first = first(random);
            int second = (first + 1 + random.nextInt(theta.length - 1)) % theta.length;
            double difference = theta[first] - theta[second] + SPREAD * random.nextGaussian();
            double said = judge.score(difference, random);
            double propensity = queue.propensity(said, asked == 0 ? 0.5 : sum / asked);
            double person = Double.NaN;
            int annotator = random.nextInt(tastes.length);
            if (random.nextDouble() < propensity) {
                person = vote(difference + tastes[annotator][first] - tastes[annotator][second], random);
                sum += person;
                asked++;
            }
            pairs.add(new JudgedPair(first, second, new Judged(said, person, propensity,
                    annotators == 0 || Double.isNaN(person) ? -1 : annotator)));
        }
        return pairs;
    }

    /** Of two models always the same, so that a judge or queue with a bias to the first has one to the model. */
    private int first(SplittableRandom random) {
        return theta.length == 2 ? 0 : random.nextInt(theta.length);
    }

    private static double vote(double difference, SplittableRandom random) {
        if (random.nextDouble() < TIES) {
            return 0.5;
        }
        return random.nextDouble() < Scores.sigmoid(difference) ? 1 : 0;
    }

    /** The ratings that infinitely many votes on all items would give. */
    double[] ratings() {
        double[][] scores = new double[theta.length][theta.length];
        votes((pair, score) -> {
            scores[pair[0]][pair[1]] += score;
            scores[pair[1]][pair[0]] += 1 - score;
        });
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < theta.length; i++) {
            for (int j = i + 1; j < theta.length; j++) {
                pairs.add(new WeightedPair(i, j, scores[i][j], scores[j][i], 0));
            }
        }
        return BradleyTerry.ratings(theta.length, pairs).ratings();
    }

    /** The mean score of the first of two models. */
    double winRate() {
        double[] sums = new double[2];
        votes((pair, score) -> {
            sums[0] += score;
            sums[1]++;
        });
        return sums[0] / sums[1];
    }

    private interface Vote {
        void cast(int[] pair, double score);
    }

    /** Expected scores rather than votes: less noise. */
    private void votes(Vote each) {
        SplittableRandom random = new SplittableRandom(4711);
        for (int item = 0; item < MANY; item++) {
            int first = first(random);
            int second = (first + 1 + random.nextInt(theta.length - 1)) % theta.length;
            double tastes = annotators == 0 ? 0 : taste * Math.sqrt(2) * random.nextGaussian();
            double difference = theta[first] - theta[second] + SPREAD * random.nextGaussian() + tastes;
            each.cast(new int[] { first, second }, TIES / 2 + (1 - TIES) * Scores.sigmoid(difference));
        }
    }
}
