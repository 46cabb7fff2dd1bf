package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dohyo.rating.PlannedBoard.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Votes that matchmaking saves, each one simulated; seeds are 0 … n−1. The suite takes a few;
 * {@code ./mvnw test -Dtest=MatchmakingSimulationTest -Ddohyo.matchmaking.seeds=200} makes the figures of
 * docs/rating.md.
 */
class MatchmakingSimulationTest {

    private static final int SEEDS = Integer.getInteger("dohyo.matchmaking.seeds", 8);
    private static final boolean FULL = SEEDS >= 100;
    private static final int MODELS = 20;
    private static final int SETTLED = 20_000;
    // How many votes one plan serves: a fiftieth of all so far.
    private static final int VOTES_PER_PLAN = 50;

    /** A ratio of two means over the same seeds, and half its 95% interval by the delta method. */
    private record Ratio(double value, double halfWidth) {

        static Ratio of(double[] above, double[] below) {
            double upper = Arrays.stream(above).average().orElseThrow();
            double lower = Arrays.stream(below).average().orElseThrow();
            double squares = 0;
            for (int i = 0; i < above.length; i++) {
                squares += Math.pow(above[i] - upper / lower * below[i], 2);
            }
            double variance = squares / (above.length - 1) / above.length / lower / lower;
            return new Ratio(upper / lower, 1.96 * Math.sqrt(variance));
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Votes on the whole board until a newcomer's interval is as narrow as the field's median was. */
    private static double untilKnown(Plan plan, int field, int settled, long seed) {
        PlannedBoard board = new PlannedBoard(plan, field + 1, 0.6, seed);
        board.holdBackLast();
        board.settle(settled);
        Fit before = board.fit();
        double[] halfWidths = new double[field];
        Arrays.setAll(halfWidths, before::halfWidth);
        double median = Arrays.stream(halfWidths).sorted().toArray()[field / 2];
        board.admitLast();
        board.vote(settled / 500);
        // Not by a virtual tie or a chance of the first votes.
        while (!(board.votes() > settled * 1.02 && board.fit().halfWidth(field) <= median)) {
            board.vote(settled / 500);
        }
        return board.votes() - settled;
    }

    /** Until a newcomer's range of ranks is no wider than that; a range once reached may widen again. */
    private static double untilRanked(Plan plan, long seed, double critical, int width) {
        PlannedBoard board = settledWithNewcomer(plan, seed);
        do {
            board.vote(SETTLED / 500);
        } while (board.votes() <= SETTLED * 1.02
                || PlannedBoard.rankWidth(board.fit(), critical, MODELS) > width);
        return board.votes() - SETTLED;
    }

    private static PlannedBoard settledWithNewcomer(Plan plan, long seed) {
        PlannedBoard board = new PlannedBoard(plan, MODELS + 1, 0.6, seed);
        board.holdBackLast();
        board.settle(SETTLED);
        board.admitLast();
        return board;
    }

    /**
     * The range is the one that even draws give the newcomer when it is known as well as the field was; the share of
     * their votes that matchmaking needs for it.
     */
    @Test
    void newcomerToTwenty_reachesItsRangeOfRanksSoon() {
        int seeds = FULL ? SEEDS : 3;
        double[] learning = new double[seeds];
        double[] uniform = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            PlannedBoard even = settledWithNewcomer(Plan.UNIFORM, seed);
            even.vote((int) untilKnown(Plan.UNIFORM, MODELS, SETTLED, seed));
            double critical = RankIntervals.of(even.fit(), seed).critical();
            int width = PlannedBoard.rankWidth(even.fit(), critical, MODELS);
            learning[seed] = untilRanked(Plan.LEARNING, seed, critical, width);
            uniform[seed] = untilRanked(Plan.UNIFORM, seed, critical, width);
        }
        Ratio ratio = Ratio.of(learning, uniform);
        System.out.printf("| newcomer to 20, range of ranks | %d | %.0f | %.0f | %.3f ± %.3f |%n", seeds,
                mean(uniform), mean(learning), ratio.value, ratio.halfWidth);
        // Three seeds say little; the figure of 200 is in docs/integrity.md.
        assertThat(ratio.value).isLessThan(FULL ? 0.6 : 0.8);
    }

    @Test
    void newcomerToTwenty_isKnownSoon() {
        newcomerIsKnownSoon(MODELS, SETTLED);
    }

    @Test
    void newcomerToManyModels_isKnownSoon() {
        newcomerIsKnownSoon(FULL ? 100 : 40, FULL ? 500_000 : 40_000);
    }

    private static void newcomerIsKnownSoon(int field, int settled) {
        int seeds = Math.max(2, field == MODELS ? (FULL ? SEEDS : SEEDS / 2) : SEEDS / 10);
        double[] learning = new double[seeds];
        double[] uniform = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            learning[seed] = untilKnown(Plan.LEARNING, field, settled, seed);
            uniform[seed] = untilKnown(Plan.UNIFORM, field, settled, seed);
        }
        Ratio ratio = Ratio.of(learning, uniform);
        System.out.printf("| newcomer to %d | %d | %.0f | %.0f | %.3f ± %.3f |%n", field, seeds, mean(uniform),
                mean(learning), ratio.value, ratio.halfWidth);
        assertThat(ratio.value).isLessThan(0.3);
    }

    /**
     * Until the mean rank interval has width 2: the votes, the rating widths at each plan, whether ranks were right.
     */
    private record Run(double votes, List<Double> widths, boolean right) {

        static Run of(Plan plan, double sd, long seed) {
            PlannedBoard board = new PlannedBoard(plan, MODELS, sd, seed);
            board.settle(SETTLED);
            List<Double> widths = new ArrayList<>();
            double critical = RankIntervals.of(board.fit(), seed).critical();
            while (true) {
                Fit fit = board.fit();
                widths.add(board.ratingWidth());
                // The critical value hardly moves, so it is drawn anew only near the end.
                if (PlannedBoard.rankWidth(fit, critical) <= 2.1) {
                    critical = RankIntervals.of(fit, seed).critical();
                    if (PlannedBoard.rankWidth(fit, critical) <= 2) {
                        return new Run(board.votes(), widths, board.ordersRightly(fit, critical));
                    }
                }
                board.vote((int) (board.votes() / VOTES_PER_PLAN));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.4, 0.9 })
    void ranks_areSureSooner(double sd) {
        int seeds = FULL ? SEEDS : sd < 0.5 ? SEEDS / 2 : 2 * SEEDS;
        double[] learning = new double[seeds];
        double[] uniform = new double[seeds];
        double worst = 0;
        int[] wrong = new int[2];
        List<double[]> sums = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            Run active = Run.of(Plan.LEARNING, sd, seed);
            Run even = Run.of(Plan.UNIFORM, sd, seed);
            learning[seed] = active.votes;
            uniform[seed] = even.votes;
            wrong[0] += even.right ? 0 : 1;
            wrong[1] += active.right ? 0 : 1;
            for (int i = 0; i < Math.min(active.widths.size(), even.widths.size()); i++) {
                if (sums.size() <= i) {
                    sums.add(new double[2]);
                }
                sums.get(i)[0] += even.widths.get(i);
                sums.get(i)[1] += active.widths.get(i);
                worst = Math.max(worst, active.widths.get(i) / even.widths.get(i));
            }
        }
        Ratio ratio = Ratio.of(learning, uniform);
        Ratio after = Ratio.of(without(learning), without(uniform));
        double width = sums.stream().mapToDouble(sum -> sum[1] / sum[0]).max().orElseThrow();
        System.out.printf("| %.1f | %d | %.0f | %.0f | %.3f ± %.3f | %.3f ± %.3f | %.3f | %.3f | %d, %d |%n", sd, seeds,
                mean(uniform), mean(learning), ratio.value, ratio.halfWidth, after.value, after.halfWidth, width,
                worst, wrong[0], wrong[1]);
        assertThat(ratio.value).isLessThan(FULL ? 0.85 : 0.95);
        assertThat(width).isLessThan(1.1);
        assertThat(wrong[1]).isLessThanOrEqualTo(1 + seeds / 20);
    }

    private static double[] without(double[] votes) {
        return Arrays.stream(votes).map(count -> count - SETTLED).toArray();
    }

    @Test
    void emptyBoard_isNoWorseThanEvenDraws() {
        List<Double> ratios = new ArrayList<>();
        double[][] sums = new double[8][2];
        for (int seed = 0; seed < SEEDS / 2; seed++) {
            PlannedBoard active = new PlannedBoard(Plan.LEARNING, MODELS, 0.6, seed);
            PlannedBoard even = new PlannedBoard(Plan.UNIFORM, MODELS, 0.6, seed);
            for (int step = 0; step < sums.length; step++) {
                // To 400 votes, 800, 1,600 …
                int until = 400 << step;
                while (active.votes() < until) {
                    int votes = (int) Math.min(until - active.votes(), Math.max(10, active.votes() / VOTES_PER_PLAN));
                    active.vote(votes);
                    even.vote(votes);
                }
                sums[step][0] += even.ratingWidth();
                sums[step][1] += active.ratingWidth();
            }
        }
        for (double[] sum : sums) {
            ratios.add(sum[1] / sum[0]);
        }
        System.out
                .println("| empty board, " + SEEDS / 2 + " seeds, width by 400·2^k votes over even draws | " + ratios);
        assertThat(ratios).allMatch(ratio -> ratio < 1.1);
    }
}
