package org.dohyo.leaderboard;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.PairPlan;
import org.dohyo.model.Model;
import org.dohyo.model.VotesSoFar;
import org.dohyo.rating.PairSampling;

/** Draws an unordered pair in proportion to the product of its weights, then tosses a coin for the sides. */
@ApplicationScoped
public class WeightedPairPlan implements PairPlan {

    private final VotesSoFar soFar;

    WeightedPairPlan(VotesSoFar soFar) {
        this.soFar = soFar;
    }

    @Override
    public Draw draw(List<Model> candidates, RandomGenerator random) {
        PairSampling.Drawn drawn = sampling(candidates).draw(random);
        Model first = candidates.get(drawn.first());
        Model second = candidates.get(drawn.second());
        return random.nextBoolean() ? new Draw(first, second, drawn.propensity())
                : new Draw(second, first, drawn.propensity());
    }

    @Override
    public Map<String, Double> shares(List<Model> candidates) {
        if (candidates.size() < 2) {
            return Map.of();
        }
        double[] shares = sampling(candidates).shares();
        return IntStream.range(0, candidates.size()).boxed()
                .collect(Collectors.toMap(i -> candidates.get(i).slug, i -> shares[i]));
    }

    private PairSampling sampling(List<Model> candidates) {
        Map<Long, Long> votes = candidates.stream().anyMatch(model -> model.boostUntil != null) ? soFar.byModel()
                : Collections.emptyMap();
        double[] weights = candidates.stream().mapToDouble(model -> model.weight(votes.getOrDefault(model.id, 0L))).toArray();
        double[][] scores = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                scores[i][j] = candidates.get(i).mayMeet(candidates.get(j)) ? weights[i] * weights[j] : 0;
            }
        }
        return new PairSampling(scores);
    }
}
