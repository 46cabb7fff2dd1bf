package org.dohyo.leaderboard.pairing;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.battle.PairPlan;
import org.dohyo.model.Model;
import org.dohyo.rating.PairSampling;

/**
 * Draws pairs of models. More informative pairs are drawn more often, every pair has a minimum probability, and the
 * sides are random. The probabilities are computed again when the field or the candidates change.
 */
final class PairWeights implements PairPlan {

    private volatile KnownField field = KnownField.NOTHING;
    private volatile Plan plan;

    /** A plan and the inputs that it was computed from. */
    private record Plan(KnownField field, List<Candidate> candidates, PairSampling sampling) {
    }

    private record Candidate(String slug, double weight, List<String> onlyAgainst) {
    }

    /** Draws pairs by that field from now on. */
    void learn(KnownField field) {
        this.field = field;
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

    private PairSampling sampling(List<Model> models) {
        KnownField known = field;
        // In order, because the plan refers to models by index.
        List<Candidate> candidates = models.stream().map(model -> new Candidate(model.slug,
                model.weight(known.votes(model.slug)), List.of(model.onlyAgainst))).toList();
        Plan current = plan;
        if (current == null || current.field() != known || !current.candidates().equals(candidates)) {
            current = new Plan(known, candidates,
                    known.sampling(models, candidates.stream().mapToDouble(Candidate::weight).toArray()));
            plan = current;
        }
        return current.sampling();
    }
}
