package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.dohyo.rating.exact.Grid;
import org.junit.jupiter.api.Test;

/** Ratings on the grid have the same bits whichever passes, and so whichever starts, have led to the counts. */
class GridFitTest {

    private static final int WORLDS = 60;

    /** Votes of models that differ by up to a few thousand points; some pairs, or chains of pairs, only. */
    private static List<PairCount> votes(SplittableRandom random, int models) {
        double spread = random.nextDouble() * 3;
        double[] strengths = random.doubles(models).map(x -> spread * (x - 0.5)).toArray();
        boolean chain = random.nextInt(4) == 0;
        List<PairCount> votes = new ArrayList<>();
        int count = models * (2 + random.nextInt(60));
        for (int i = 0; i < count; i++) {
            int a = random.nextInt(models - 1);
            int b = chain ? a + 1 : a + 1 + random.nextInt(models - a - 1);
            boolean won = random.nextDouble() < Likelihood.sigmoid(strengths[a] - strengths[b]);
            boolean tie = random.nextInt(10) == 0;
            votes.add(tie ? new PairCount(a, b, 0, 0, 1, 0) : new PairCount(a, b, won ? 1 : 0, won ? 0 : 1, 0, 0));
        }
        return votes;
    }

    @Test
    void anyPath_theSameBits() {
        SplittableRandom random = new SplittableRandom(5);
        for (int world = 0; world < WORLDS; world++) {
            int models = 2 + random.nextInt(40);
            List<PairCount> votes = votes(random, models);
            double[] expected = BradleyTerry.fitOnGrid(new PairCounts(models, votes), new double[models]).ratings();
            for (int path = 0; path < 5; path++) {
                assertThat(passes(votes, models, random).ratings()).as("world %d", world).containsExactly(expected);
            }
        }
    }

    /** Fits after each of several batches, each from the ratings of the one before. */
    private static Fit passes(List<PairCount> votes, int models, SplittableRandom random) {
        double[] ratings = new double[models];
        Arrays.fill(ratings, EloScale.MEAN);
        Fit fit = null;
        int passes = 1 + random.nextInt(4);
        for (int pass = 1; pass <= passes; pass++) {
            PairCounts counts = new PairCounts(models, votes.subList(0, votes.size() * pass / passes));
            fit = BradleyTerry.fitOnGrid(counts, ratings);
            ratings = fit.ratings();
        }
        return fit;
    }

    @Test
    void weightedVotes_theSameBitsFromAnyStart() {
        SplittableRandom random = new SplittableRandom(6);
        for (int world = 0; world < WORLDS; world++) {
            int models = 2 + random.nextInt(40);
            List<WeightedPair> pairs = new PairCounts(models, votes(random, models)).weighted().stream()
                    .map(pair -> new WeightedPair(pair.first(), pair.second(), pair.firstWins() * 0.37,
                            pair.secondWins() * 0.37, pair.halves()))
                    .toList();
            double[] equal = new double[models];
            Arrays.fill(equal, EloScale.MEAN);
            double[] expected = BradleyTerry.ratingsOnGrid(models, pairs, equal).ratings();
            double[] near = Arrays.stream(expected).map(rating -> rating + random.nextDouble() * 5).toArray();
            assertThat(BradleyTerry.ratingsOnGrid(models, pairs, near).ratings()).containsExactly(expected);
            assertThat(Arrays.stream(expected).map(Grid::nearest).toArray()).containsExactly(expected);
        }
    }

    /** The search from a start ends so near to the one from equal ratings that the grid's doubt has room for both. */
    @Test
    void endsOfSearches_areNearerThanTheGridsDoubt() {
        SplittableRandom random = new SplittableRandom(7);
        double furthest = 0;
        for (int world = 0; world < WORLDS; world++) {
            int models = 2 + random.nextInt(40);
            PairCounts counts = new PairCounts(models, votes(random, models));
            double[] cold = BradleyTerry.fit(counts).ratings();
            double[] start = Arrays.stream(cold).map(rating -> rating + random.nextDouble() - 0.5).toArray();
            double[] warm = BradleyTerry.fit(counts, start).ratings();
            for (int i = 0; i < models; i++) {
                furthest = Math.max(furthest, Math.abs(warm[i] - cold[i]));
            }
        }
        System.out.println("furthest " + furthest + " of " + Grid.UNDECIDED);
        assertThat(furthest).isLessThan(Grid.UNDECIDED / 8);
    }
}
