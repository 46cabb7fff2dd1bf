package org.dohyo.benchmark.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.rating.Proportion;

/**
 * What a judge says of two models, over all questions that it compared in both orders.
 *
 * @param contradictions questions at which it preferred a place to an answer; they are among the ties
 * @param share of {@code model}, a tie counting half, with its interval by Wilson
 */
public record RunComparison(String model, String opponent, int wins, int ties, int losses, int contradictions,
        Proportion share) {

    private record Key(int question, String first, String second) {
    }

    public static List<RunComparison> of(List<RunDone> done) {
        Map<Key, JudgeVerdict> verdicts = new LinkedHashMap<>();
        done.stream().filter(item -> item.kind() == RunItemKind.COMPARE).forEach(item -> verdicts
                .put(new Key(item.question(), item.model(), item.opponent()), JudgeVerdict.valueOf(item.verdict())));
        Map<List<String>, int[]> pairs = new LinkedHashMap<>();
        verdicts.forEach((key, verdict) -> {
            JudgeVerdict other = verdicts.get(new Key(key.question(), key.second(), key.first()));
            if (other != null && key.first().compareTo(key.second()) < 0) {
                int[] counts = pairs.computeIfAbsent(List.of(key.first(), key.second()), unused -> new int[4]);
                counts[verdict.with(other).ordinal()]++;
                counts[3] += verdict == other.swapped() ? 0 : 1;
            }
        });
        List<RunComparison> all = new ArrayList<>();
        pairs.forEach((pair, counts) -> {
            int wins = counts[JudgeVerdict.A.ordinal()];
            int losses = counts[JudgeVerdict.B.ordinal()];
            int ties = counts[JudgeVerdict.TIE.ordinal()];
            all.add(new RunComparison(pair.get(0), pair.get(1), wins, ties, losses, counts[3],
                    Proportion.of(wins + ties / 2.0, wins + ties + losses)));
        });
        return all;
    }
}
