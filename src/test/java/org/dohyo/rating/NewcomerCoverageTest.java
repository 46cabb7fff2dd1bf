package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the intervals of models with 1 … 10 votes hold the truth, beside 20 settled ones in the five worlds of
 * {@link CoverageTest}: ten newcomers of ordinary strength, and ten at either edge of the field, which win or lose
 * nearly all. {@code ./mvnw test -Pproof -Dtest=NewcomerCoverageTest} makes the figures of docs/rating.md.
 */
class NewcomerCoverageTest {

    private static final int REPETITIONS = Integer.getInteger("dohyo.coverage.repetitions", 20);
    private static final int SETTLED = 20;
    private static final int SETTLED_VOTES = 20_000;
    private static final int MOST_VOTES = 10;
    private static final double EDGE = 3;

    /** Ten of ordinary strength, with 1 … 10 votes, and as many at an edge. */
    private static final int[] VOTES = IntStream.range(0, 2 * MOST_VOTES).map(i -> i % MOST_VOTES + 1).toArray();

    /** How often which newcomer's interval and range of ranks held the truth. */
    private static final class Held {

        private final double[] byVoters = new double[VOTES.length];
        private final double[] byVotes = new double[VOTES.length];
        private final double[] ranks = new double[VOTES.length];
        private final double[] halves = new double[VOTES.length];

        void add(int voters, double taste, long seed) {
            Random random = new Random(seed);
            double[] strengths = new double[VOTES.length];
            Arrays.setAll(strengths, i -> i < MOST_VOTES ? 2 * random.nextDouble() - 1
                    : random.nextBoolean() ? EDGE : -EDGE);
            VotingWorld world = new VotingWorld(SETTLED, voters, taste, seed, strengths);
            double[] truth = world.truth();
            VoterVotes votes = new VoterVotes(truth.length);
            world.ballots(SETTLED_VOTES, VOTES).forEach(votes::add);
            Fit independent = BradleyTerry.fit(new PairCounts(truth.length, votes.unweighted()));
            Fit fit = BradleyTerry.fit(votes, independent);
            RankIntervals ranges = RankIntervals.of(fit, seed);
            int[] right = Fit.ofRatings(truth).ranks();
            for (int i = 0; i < VOTES.length; i++) {
                int model = SETTLED + i;
                byVoters[i] += holds(fit, model, truth) / REPETITIONS;
                byVotes[i] += holds(independent, model, truth) / REPETITIONS;
                ranks[i] += ranges.low()[model] <= right[model] && right[model] <= ranges.high()[model]
                        ? 1.0 / REPETITIONS
                        : 0;
                halves[i] += fit.halfWidth(model) / REPETITIONS;
                assertThat(fit.halfWidth(model)).isGreaterThanOrEqualTo(independent.halfWidth(model));
            }
        }

        private static double holds(Fit fit, int model, double[] truth) {
            return Math.abs(fit.ratings()[model] - truth[model]) <= fit.halfWidth(model) ? 1 : 0;
        }

        private static double mean(double[] shares, int from) {
            return Arrays.stream(shares, from, from + MOST_VOTES).average().orElseThrow();
        }

        void print(int voters, double taste) {
            System.out.printf("| %d | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.0f | %.0f |%n", voters, taste,
                    mean(byVoters, 0), mean(byVotes, 0), mean(ranks, 0), mean(byVoters, MOST_VOTES),
                    mean(byVotes, MOST_VOTES), mean(ranks, MOST_VOTES), mean(halves, 0), mean(halves, MOST_VOTES));
        }
    }

    @ParameterizedTest
    @CsvSource({ "1500,0", "1500,0.4", "300,0.4", "1500,0.8", "300,0.8" })
    void newcomers(int voters, double taste) {
        Held held = new Held();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            held.add(voters, taste, 7_000L * voters + repetition);
        }
        held.print(voters, taste);
        // Two hundred intervals tell a share of 95% to about 3%; the long run keeps the bound that is promised.
        double bound = REPETITIONS < 200 ? 0.91 : 0.93;
        assertThat(Held.mean(held.byVoters, 0)).isGreaterThan(bound);
        assertThat(Held.mean(held.byVoters, MOST_VOTES)).isGreaterThan(bound);
        assertThat(Held.mean(held.ranks, 0)).isGreaterThan(0.97);
        assertThat(Held.mean(held.ranks, MOST_VOTES)).isGreaterThan(0.97);
    }
}
