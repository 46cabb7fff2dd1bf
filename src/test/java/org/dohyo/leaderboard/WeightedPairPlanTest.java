package org.dohyo.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.dohyo.battle.PairPlan;
import org.dohyo.model.Model;
import org.junit.jupiter.api.Test;

/** What is stored as a battle's propensity is the probability that its pair is really drawn with. */
class WeightedPairPlanTest {

    private static final int DRAWS = 100_000;
    private static final double[] WEIGHTS = { 1, 2, 0.5, 4, 1.5 };
    private static final int PAIRS = 10;

    private final PairPlan plan = new WeightedPairPlan(Map::of);

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
}
