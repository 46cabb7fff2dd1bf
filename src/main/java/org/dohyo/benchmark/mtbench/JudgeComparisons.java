package org.dohyo.benchmark.mtbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunComparison;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.rating.Proportion;

/** Combines a judge's verdicts on two models, one for each order of their answers, into comparisons. */
final class JudgeComparisons {

    private JudgeComparisons() {
    }

    private record Key(int question, String first, String second) {
    }

    /** Counts the verdicts on one pair of models. */
    private static final class Tally {

        private int wins;
        private int ties;
        private int losses;
        private int contradictions;

        void add(JudgeVerdict verdict, JudgeVerdict swapped) {
            switch (verdict.with(swapped)) {
                case A -> wins++;
                case B -> losses++;
                case TIE -> ties++;
            }
            contradictions += verdict == swapped.swapped() ? 0 : 1;
        }

        RunComparison of(String model, String opponent) {
            return new RunComparison(model, opponent, wins, ties, losses, contradictions,
                    Proportion.of(wins + ties / 2.0, wins + ties + losses));
        }
    }

    static List<RunComparison> of(List<RunCallResult> results) {
        Map<Key, JudgeVerdict> verdicts = new LinkedHashMap<>();
        results.stream().filter(result -> result.kind() == RunItemKind.COMPARE).forEach(result -> verdicts.put(
                new Key(result.question(), result.model(), result.opponent()), JudgeVerdict.valueOf(result.verdict())));
        Map<List<String>, Tally> pairs = new LinkedHashMap<>();
        verdicts.forEach((key, verdict) -> {
            JudgeVerdict swapped = verdicts.get(new Key(key.question(), key.second(), key.first()));
            if (swapped != null && key.first().compareTo(key.second()) < 0) {
                pairs.computeIfAbsent(List.of(key.first(), key.second()), unused -> new Tally()).add(verdict, swapped);
            }
        });
        List<RunComparison> comparisons = new ArrayList<>();
        pairs.forEach((pair, tally) -> comparisons.add(tally.of(pair.get(0), pair.get(1))));
        return comparisons;
    }
}
