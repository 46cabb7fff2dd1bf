package org.dohyo.integrity.rig;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.dohyo.integrity.tilt.Result;
import org.dohyo.rating.PairSampling;

/**
 * A made-up arena: models of normal strengths; voters with a taste of their own for each model, of whom few cast most
 * votes (Pareto), who come one after another and press any button in 15% of their votes; half of them share a network
 * with others, and a tenth of the votes are on prompts that others use too, at which some models are better.
 */
final class World {

    /** More than ever come. */
    static final int VOTERS = 2_000;
    /** A voter arrives with every so many votes. */
    private static final double VOTES_PER_VOTER = 13.3;
    private static final int AT_FIRST = 100;
    private static final double PARETO_SHAPE = 1.2;
    /** Times the least active voter: about 1.5% of all votes. */
    private static final double MOST_ACTIVE = 100;
    private static final double STRENGTHS = 0.6;
    private static final double TASTE = 0.4;
    private static final double NOISE = 0.15;
    static final double TIES = 0.4;
    private static final int SHARED_NETWORKS = 100;
    private static final int SHARED_PROMPTS = 50;
    private static final double OF_SHARED_PROMPTS = 0.1;
    private static final double BY_PROMPT = 0.5;

    private final SplittableRandom random;
    private final double[][] liked;
    private final double[][] atPrompt;
    private final int[] networks;
    private final double[] upTo;

    World(int models, long seed) {
        this.random = new SplittableRandom(seed);
        double[] strengths = new double[models];
        Arrays.setAll(strengths, model -> STRENGTHS * random.nextGaussian());
        this.liked = new double[VOTERS][models];
        this.networks = new int[VOTERS];
        this.upTo = new double[VOTERS];
        this.atPrompt = new double[SHARED_PROMPTS][models];
        for (double[] better : atPrompt) {
            Arrays.setAll(better, model -> BY_PROMPT * random.nextGaussian());
        }
        for (int voter = 0; voter < VOTERS; voter++) {
            Arrays.setAll(liked[voter], model -> strengths[model] + TASTE * random.nextGaussian());
            networks[voter] = random.nextBoolean() ? random.nextInt(SHARED_NETWORKS) : SHARED_NETWORKS + voter;
            upTo[voter] = Math.min(MOST_ACTIVE, Math.pow(1 - random.nextDouble(), -1 / PARETO_SHAPE));
        }
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /**
     * A vote of a voter on a pair of the plan.
     *
     * @param time the number of votes before it
     */
    Ballot vote(PairSampling plan, int time) {
        int arrived = Math.min(VOTERS, AT_FIRST + (int) (time / VOTES_PER_VOTER));
        int voter = Arrays.binarySearch(upTo, 0, arrived, random.nextDouble() * upTo[arrived - 1]);
        voter = voter < 0 ? -1 - voter : voter + 1;
        PairSampling.Drawn pair = plan.draw(random);
        int prompt = random.nextDouble() < OF_SHARED_PROMPTS ? random.nextInt(SHARED_PROMPTS) : -1;
        Result result = random.nextDouble() < NOISE ? Result.values()[random.nextInt(3)]
                : judged(likes(voter, prompt, pair.first()) - likes(voter, prompt, pair.second()), TIES, random);
        return new Ballot(voter, networks[voter], prompt, pair.first(), pair.second(), result);
    }

    private double likes(int voter, int prompt, int model) {
        return liked[voter][model] + (prompt < 0 ? 0 : atPrompt[prompt][model]);
    }

    /** By the odds x : ν : 1/x of a win, a tie and a loss, where x² is the odds of a win against a loss. */
    static Result judged(double difference, double ties, SplittableRandom random) {
        double x = Math.exp(difference / 2);
        double at = random.nextDouble() * (x + ties + 1 / x);
        return at < x ? Result.WIN : at < x + ties ? Result.TIE : Result.LOSS;
    }
}
