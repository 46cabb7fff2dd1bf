package org.dohyo.benchmark.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.benchmark.runner.RunComparison;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.rating.Proportion;

/**
 * The agreement of a judge with the voters on the models of a run. Voters ask questions of their own, so models are
 * compared, not single answers: a vote agrees if it went to the model that the judge prefers over the whole run, by its
 * comparisons if it made any, otherwise by mean points. Ties on either side carry no information and are left out.
 *
 * @param votes that went to one of two models among which the judge prefers one
 * @param agreeing those of these votes that went to the judge's preference
 * @param share with its interval by Wilson, votes taken as independent
 * @param pairs of models with such votes
 * @param pairsAgreeing pairs in which most votes went to the judge's preference
 */
public record JudgeAgreement(long votes, long agreeing, Proportion share, int pairs, int pairsAgreeing) {

    /** The interval's lower end in whole percent. */
    public long lowPercent() {
        return Math.round(100 * share.low());
    }

    public long highPercent() {
        return Math.round(100 * share.high());
    }

    /** The decided votes between two models. */
    public record Voted(String first, String second, long firstWins, long secondWins) {
    }

    /**
     * @param scores each model's overall score
     * @return null if the judge and the voters have no pair of models in common
     */
    public static JudgeAgreement of(List<RunScore> scores, Collection<RunComparison> comparisons, List<Voted> voted) {
        Map<List<String>, Double> leads = leads(scores, comparisons);
        long votes = 0;
        long agreeing = 0;
        int pairs = 0;
        int pairsAgreeing = 0;
        for (Voted pair : voted) {
            double lead = leads.getOrDefault(List.of(pair.first(), pair.second()), 0.0);
            long decided = pair.firstWins() + pair.secondWins();
            if (lead != 0 && decided > 0) {
                long with = lead > 0 ? pair.firstWins() : pair.secondWins();
                votes += decided;
                agreeing += with;
                pairs++;
                pairsAgreeing += 2 * with > decided ? 1 : 0;
            }
        }
        return pairs == 0 ? null
                : new JudgeAgreement(votes, agreeing, Proportion.of(agreeing, votes), pairs, pairsAgreeing);
    }

    /** The judge's preference for the first model, for both orders of each pair. */
    private static Map<List<String>, Double> leads(List<RunScore> scores, Collection<RunComparison> comparisons) {
        Map<String, Double> points = scores.stream()
                .collect(Collectors.toMap(RunScore::model, RunScore::value));
        Map<List<String>, Double> leads = new HashMap<>();
        for (String a : points.keySet()) {
            for (String b : points.keySet()) {
                leads.put(List.of(a, b), points.get(a) - points.get(b));
            }
        }
        for (RunComparison pair : comparisons) {
            double lead = pair.wins() - pair.losses();
            leads.put(List.of(pair.model(), pair.opponent()), lead);
            leads.put(List.of(pair.opponent(), pair.model()), -lead);
        }
        return leads;
    }
}
