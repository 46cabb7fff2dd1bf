package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the published intervals hold the truth, in the five worlds of docs/rating.md. The suite repeats a few times;
 * {@code ./mvnw test -Dtest=CoverageTest -Ddohyo.coverage.repetitions=1000} makes the documented figures.
 */
class CoverageTest {

    private static final int REPETITIONS = Integer.getInteger("dohyo.coverage.repetitions", 40);
    private static final int MODELS = 20;
    private static final int VOTES = 20_000;

    /** Shares of intervals, and of whole families of differences, that held; mean widths. */
    private record Held(double byVoters, double byVotes, double families, double width, double rankWidth, double pairwise) {
    }

    private static PairCounts counts(VoterVotes votes) {
        List<PairCount> pairs = new ArrayList<>(votes.unweighted());
        return new PairCounts(MODELS, pairs);
    }

    private static boolean holds(Fit fit, double[] truth, int model) {
        return Math.abs(fit.ratings()[model] - truth[model]) <= fit.halfWidth(model);
    }

    private static boolean holdsAll(Fit fit, double critical, double[] truth) {
        double[][] v = fit.covariance();
        for (int i = 0; i < MODELS; i++) {
            for (int j = 0; j < i; j++) {
                double error = fit.ratings()[i] - fit.ratings()[j] - truth[i] + truth[j];
                if (Math.abs(error) > critical * Math.sqrt(v[i][i] + v[j][j] - 2 * v[i][j])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** 1 + models whose lower bound is above this one's upper bound, and the like from below. */
    private static double pairwiseWidth(Fit fit) {
        double width = 0;
        for (int i = 0; i < MODELS; i++) {
            width += MODELS;
            for (int j = 0; j < MODELS; j++) {
                width -= Math.abs(fit.ratings()[i] - fit.ratings()[j]) > fit.halfWidth(i) + fit.halfWidth(j) ? 1 : 0;
            }
        }
        return width / MODELS;
    }

    private static double rankWidth(RankIntervals ranks) {
        double width = 0;
        for (int i = 0; i < MODELS; i++) {
            width += ranks.high()[i] - ranks.low()[i] + 1;
        }
        return width / MODELS;
    }

    private static Held repeat(int voters, double taste) {
        double[] sums = new double[6];
        for (int r = 0; r < REPETITIONS; r++) {
            VotingWorld world = new VotingWorld(MODELS, voters, taste, 1_000L * voters + r);
            VoterVotes votes = world.vote(VOTES);
            double[] truth = world.truth();
            Fit fit = BradleyTerry.fit(votes);
            Fit independent = BradleyTerry.fit(counts(votes));
            RankIntervals ranks = RankIntervals.of(fit, r);
            for (int i = 0; i < MODELS; i++) {
                sums[0] += holds(fit, truth, i) ? 1.0 / MODELS : 0;
                sums[1] += holds(independent, truth, i) ? 1.0 / MODELS : 0;
                sums[3] += 2 * fit.halfWidth(i) / MODELS;
            }
            sums[2] += holdsAll(fit, ranks.critical(), truth) ? 1 : 0;
            sums[4] += rankWidth(ranks);
            sums[5] += pairwiseWidth(fit);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= REPETITIONS;
        }
        return new Held(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    @ParameterizedTest
    @CsvSource({ "1500,0", "1500,0.4", "300,0.4", "1500,0.8", "300,0.8" })
    void intervals_holdTheTruth(int voters, double taste) {
        Held held = repeat(voters, taste);
        System.out.printf("| %d | %.1f | %.3f | %.3f | %.3f | %.1f | %.2f | %.2f |%n", voters, taste, held.byVoters,
                held.byVotes, held.families, held.width, held.rankWidth, held.pairwise);
        assertThat(held.byVoters).isBetween(0.91, 0.98);
        assertThat(held.families).isGreaterThan(0.75);
        assertThat(held.rankWidth).isLessThan(1.3 * held.pairwise);
        if (taste > 0) {
            // The control: taking votes of one voter as independent fails where voters have tastes.
            assertThat(held.byVotes).isLessThan(0.9);
        } else {
            assertThat(held.byVotes).isBetween(0.92, 0.98);
        }
    }
}
