package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A made-up world of models with known strengths and voters with tastes: voter u prefers i over j with probability
 * σ(θ_i + t_ui − θ_j − t_uj), t ~ N(0, taste²). Few voters cast most votes (Pareto), and some models meet more often.
 */
final class VotingWorld {

    private static final int INTEGRATION_STEPS = 200;
    private static final double PARETO_SHAPE = 1.2;
    private static final double TIE_SHARE = 0.1;

    private static final double NEWCOMERS_SHARE = 1e-6;

    private final int settled;
    private final double[] strengths;
    private final double[] exposure;
    private final double[] cumulative;
    private final double taste;
    private final int voters;
    private final Random random;

    VotingWorld(int models, int voters, double taste, long seed) {
        this(models, voters, taste, seed, new double[0]);
    }

    /**
     * @param newcomers the strengths of further models, which only {@link #ballots(int, int[])} lets meet the others
     */
    VotingWorld(int models, int voters, double taste, long seed, double[] newcomers) {
        this.random = new Random(seed);
        this.voters = voters;
        this.taste = taste;
        this.settled = models;
        this.strengths = DoubleStream
                .concat(random.doubles(models).map(u -> 2 * u - 1), Arrays.stream(newcomers)).toArray();
        this.exposure = random.doubles(models).map(u -> 0.5 + u).toArray();
        this.cumulative = exposure.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    /** One run of so many votes. */
    VoterVotes vote(int votes) {
        VoterVotes all = new VoterVotes(strengths.length);
        ballots(votes).forEach(all::add);
        return all;
    }

    /** One run of so many votes, by voter. */
    List<List<PairCount>> ballots(int votes) {
        List<List<PairCount>> all = new ArrayList<>();
        double[] activity = random.doubles(voters).map(u -> Math.pow(1 - u, -1 / PARETO_SHAPE)).toArray();
        double total = Arrays.stream(activity).sum();
        for (double share : activity) {
            all.add(ofVoter((int) Math.round(votes * share / total)));
        }
        return all;
    }

    /**
     * One run of so many votes among the settled models, and so many of each newcomer, each against a settled model; a
     * voter casts as large a share of them as of the others.
     */
    List<List<PairCount>> ballots(int votes, int[] ofNewcomers) {
        double[] activity = random.doubles(voters).map(u -> Math.pow(1 - u, -1 / PARETO_SHAPE)).toArray();
        double[] upTo = activity.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        List<List<Integer>> met = Stream.<List<Integer>> generate(ArrayList::new).limit(voters).toList();
        for (int newcomer = 0; newcomer < ofNewcomers.length; newcomer++) {
            for (int vote = 0; vote < ofNewcomers[newcomer]; vote++) {
                int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[voters - 1]);
                met.get(at < 0 ? -1 - at : at + 1).add(settled + newcomer);
            }
        }
        List<List<PairCount>> all = new ArrayList<>();
        for (int voter = 0; voter < voters; voter++) {
            all.add(ofVoter((int) Math.round(votes * activity[voter] / upTo[voters - 1]),
                    met.get(voter).stream().mapToInt(Integer::intValue).toArray()));
        }
        return all;
    }

    private List<PairCount> ofVoter(int votes) {
        return ofVoter(votes, new int[0]);
    }

    /** @param met the newcomers that this voter meets, once for each vote */
    private List<PairCount> ofVoter(int votes, int[] met) {
        double[] liked = Arrays.stream(strengths).map(s -> s + taste * random.nextGaussian()).toArray();
        TreeMap<Integer, long[]> byPair = new TreeMap<>();
        for (int v = 0; v < votes; v++) {
            int i = drawn(-1);
            vote(i, drawn(i), liked, byPair);
        }
        for (int newcomer : met) {
            vote(newcomer, drawn(-1), liked, byPair);
        }
        List<PairCount> pairs = new ArrayList<>();
        byPair.forEach((pair, n) -> pairs
                .add(new PairCount(pair / strengths.length, pair % strengths.length, n[0], n[1], n[2], 0)));
        return pairs;
    }

    private void vote(int i, int j, double[] liked, TreeMap<Integer, long[]> byPair) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        int outcome = random.nextDouble() < TIE_SHARE ? 2
                : random.nextDouble() < Likelihood.sigmoid(liked[low] - liked[high]) ? 0 : 1;
        byPair.computeIfAbsent(low * strengths.length + high, unused -> new long[3])[outcome]++;
    }

    private int drawn(int other) {
        while (true) {
            int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            int model = at < 0 ? -1 - at : at + 1;
            if (model != other) {
                return model;
            }
        }
    }

    /** The ratings that endless votes of endlessly many such voters would give. */
    double[] truth() {
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < settled; i++) {
            for (int j = i + 1; j < strengths.length; j++) {
                double meet = meets(i, j);
                double wins = meet * (1 - TIE_SHARE) * preferred(strengths[i] - strengths[j]);
                pairs.add(new WeightedPair(i, j, wins, meet * (1 - TIE_SHARE) - wins, meet * TIE_SHARE));
            }
        }
        return BradleyTerry.ratings(strengths.length, pairs).ratings();
    }

    /** How often two models meet: a newcomer so seldom that it has no say in the ratings of the others. */
    private double meets(int i, int j) {
        return j < settled ? meeting(i, j) + meeting(j, i)
                : NEWCOMERS_SHARE * exposure[i] / Arrays.stream(exposure).sum();
    }

    private double meeting(int first, int second) {
        double total = Arrays.stream(exposure).sum();
        return exposure[first] / total * exposure[second] / (total - exposure[first]);
    }

    /** E[σ(d + √2·taste·Z)] by the midpoint rule over ±6 standard deviations. */
    private double preferred(double difference) {
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < INTEGRATION_STEPS; k++) {
            double z = -6 + 12 * (k + 0.5) / INTEGRATION_STEPS;
            double density = Math.exp(-z * z / 2);
            sum += density * Likelihood.sigmoid(difference + Math.sqrt(2) * taste * z);
            weights += density;
        }
        return sum / weights;
    }
}
