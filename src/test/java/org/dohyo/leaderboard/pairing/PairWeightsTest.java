package org.dohyo.leaderboard.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.dohyo.battle.PairPlan;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.model.Model;
import org.dohyo.rating.WeightedPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored as a battle's propensity is the probability that its pair is really drawn with. */
class PairWeightsTest {

    private static final int DRAWS = 100_000;
    private static final double[] WEIGHTS = { 1, 2, 0.5, 4, 1.5 };
    private static final int PAIRS = 10;

    private final PairWeights plan = new PairWeights();

    private static Board.Row row(String slug, double rating) {
        return new Board.Row(new Board.Place(1, 1, 2),
                new Board.Facts(slug, slug, "", "", false),
                new Board.Estimate(rating, rating - 30, rating + 30),
                new Board.Results(100, 0.5, 0, 0, 0.1),
                new Board.Support(null, 0, false, false),
                new Board.Status(false, false));
    }

    /** Four models of the five are known, and one that is not drawn any more. */
    @BeforeEach
    void learn() {
        plan.learn(new KnownField(
                List.of(row("m0", 1010), row("m1", 1000), row("gone", 1100), row("m2", 900), row("m3", 990)),
                List.of(new WeightedPair(0, 1, 50, 40, 10), new WeightedPair(1, 2, 5, 20, 0),
                        new WeightedPair(0, 3, 60, 20, 4),
                        new WeightedPair(1, 4, 30, 28, 6), new WeightedPair(3, 4, 10, 30, 0))));
    }

    private static List<Model> candidates() {
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < WEIGHTS.length; i++) {
            Model model = new Model();
            model.slug = "m" + i;
            model.weight = WEIGHTS[i];
            models.add(model);
        }
        return models;
    }

    /** The draws of one pair, by who stood on side A, and the propensity that came with them. */
    private record Seen(double propensity, int inOrder, int inReverse) {

        Seen plus(boolean order, double again) {
            assertThat(again).isEqualTo(propensity);
            return new Seen(propensity, inOrder + (order ? 1 : 0), inReverse + (order ? 0 : 1));
        }

        int draws() {
            return inOrder + inReverse;
        }
    }

    private Map<String, Seen> draw() {
        List<Model> candidates = candidates();
        SplittableRandom random = new SplittableRandom(20261124);
        Map<String, Seen> seen = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            PairPlan.Draw draw = plan.draw(candidates, random);
            boolean order = draw.a().slug.compareTo(draw.b().slug) < 0;
            String pair = order ? draw.a().slug + draw.b().slug : draw.b().slug + draw.a().slug;
            seen.put(pair, seen.getOrDefault(pair, new Seen(draw.propensity(), 0, 0)).plus(order, draw.propensity()));
        }
        return seen;
    }

    private static double chiSquared(Map<String, Seen> seen, ToDoubleFunction<Seen> probability) {
        return seen.values().stream().mapToDouble(pair -> {
            double expected = DRAWS * probability.applyAsDouble(pair);
            return Math.pow(pair.draws() - expected, 2) / expected;
        }).sum();
    }

    @Test
    void propensity_agreesWithTheDraws_andAnEvenOneWouldNot() {
        Map<String, Seen> seen = draw();
        assertThat(seen).hasSize(PAIRS);
        double bound = ChiSquaredDistribution.of(PAIRS - 1).inverseSurvivalProbability(0.001);
        assertThat(chiSquared(seen, Seen::propensity)).isLessThan(bound);
        assertThat(chiSquared(seen, pair -> 1.0 / PAIRS)).isGreaterThan(bound);
    }

    @Test
    void sides_areTossedForEachPair() {
        double chiSquared = draw().values().stream()
                .mapToDouble(pair -> Math.pow(pair.inOrder() - pair.inReverse(), 2) / pair.draws()).sum();
        assertThat(chiSquared).isLessThan(ChiSquaredDistribution.of(PAIRS).inverseSurvivalProbability(0.001));
    }

    @Test
    void everyPair_keepsItsFloor_andAnUnknownModelCatchesUp() {
        Map<String, Seen> seen = draw();
        double total = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            for (int j = i + 1; j < WEIGHTS.length; j++) {
                total += WEIGHTS[i] * WEIGHTS[j];
            }
        }
        for (int i = 0; i < WEIGHTS.length; i++) {
            for (int j = i + 1; j < WEIGHTS.length; j++) {
                assertThat(seen.get("m" + i + "m" + j).propensity())
                        .isGreaterThanOrEqualTo(0.299 * WEIGHTS[i] * WEIGHTS[j] / total);
            }
        }
        double sum = WEIGHTS[0] + WEIGHTS[1] + WEIGHTS[2] + WEIGHTS[3];
        double byWeights = WEIGHTS[4] * sum / total / 2;
        assertThat(plan.shares(candidates())).hasEntrySatisfying("m4",
                share -> assertThat(share).isGreaterThan(byWeights));
        assertThat(plan.shares(candidates()).values().stream().mapToDouble(share -> share).sum()).isCloseTo(1,
                within(1e-9));
    }

    /** Whoever comes or goes, the next draw follows it. */
    @Test
    void changedCandidates_areDrawnAtOnce() {
        List<Model> fewer = candidates().subList(3, 5);
        PairPlan.Draw draw = plan.draw(fewer, new SplittableRandom(1));
        assertThat(draw.propensity()).isEqualTo(1);
        assertThat(List.of(draw.a().slug, draw.b().slug)).containsExactlyInAnyOrder("m3", "m4");
        assertThat(plan.shares(candidates())).hasSize(5);
    }
}
