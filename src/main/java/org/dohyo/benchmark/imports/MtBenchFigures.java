package org.dohyo.benchmark.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** From single judgements to a model's figures: the mean for each kind and over all, in all and by turn. */
final class MtBenchFigures {

    private static final Metric WINS = Metric.fraction("pair-win-rate");
    private static final Benchmark BENCHMARK = new Benchmark(KnownBenchmarks.MT_BENCH.slug(),
            KnownBenchmarks.MT_BENCH.name(),
            KnownBenchmarks.MT_BENCH.version(), KnownBenchmarks.MT_BENCH.scenarios(),
            Stream.concat(KnownBenchmarks.MT_BENCH.metrics().stream(), Stream.of(WINS)).toList());

    private final List<MtBenchJudgement> judgements;
    private final List<ReadResult> results = new ArrayList<>();

    /** @param judgements of one model and one way of judging */
    private MtBenchFigures(List<MtBenchJudgement> judgements) {
        this.judgements = judgements;
    }

    static List<ReadResult> of(List<MtBenchJudgement> judgements) {
        List<ReadResult> all = new ArrayList<>();
        judgements.stream().collect(Collectors.groupingBy(judgement -> List.of(judgement.model(), judgement.pairwise()),
                LinkedHashMap::new, Collectors.toList())).values()
                .forEach(of -> all.addAll(new MtBenchFigures(of).figures()));
        return all;
    }

    private List<ReadResult> figures() {
        scenario(KnownBenchmarks.OVERALL, judgements, false);
        Map<String, List<MtBenchJudgement>> kinds = judgements.stream()
                .collect(Collectors.groupingBy(MtBenchJudgement::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, of) -> scenario(kind, of, true));
        return results;
    }

    /**
     * @param whole whether the raw records stay with the figures: they stay with the kinds, not with the mean over all
     */
    private void scenario(String scenario, List<MtBenchJudgement> of, boolean whole) {
        List<ObjectNode> records = whole ? of.stream().map(MtBenchJudgement::json).toList() : List.of();
        int lines = whole ? of.stream().mapToInt(MtBenchJudgement::lines).sum() : 0;
        boolean pairwise = of.get(0).pairwise();
        figure(scenario, pairwise ? WINS.name() : "score", of, any -> true, records, lines);
        if (!pairwise) {
            figure(scenario, "score-turn-1", of, judgement -> judgement.turn() == 1, List.of(), 0);
            figure(scenario, "score-turn-2", of, judgement -> judgement.turn() == 2, List.of(), 0);
        }
    }

    private void figure(String scenario, String metric, List<MtBenchJudgement> of, Predicate<MtBenchJudgement> which,
            List<ObjectNode> records, int lines) {
        List<QuestionMean.Score> scores = of.stream().filter(which).filter(judgement -> judgement.score() != null)
                .map(judgement -> new QuestionMean.Score(judgement.question(), judgement.score())).toList();
        if (!scores.isEmpty()) {
            QuestionMean mean = QuestionMean.of(scores);
            results.add(new ReadResult(of.get(0).place(), BENCHMARK,
                    new NewResult(new Result(of.get(0).model(), scenario, metric,
                            mean.value(), mean.standardError(), mean.questions(), ResultSource.IMPORTED,
                            settings(of.stream().filter(which).toList()), measuredAt(of)), records),
                    lines));
        }
    }

    private static ObjectNode settings(List<MtBenchJudgement> of) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("judge",
                String.join(", ",
                        of.stream().map(MtBenchJudgement::judge).collect(Collectors.toCollection(TreeSet::new))));
        settings.put("judgements", of.size());
        settings.put("withoutScore", of.stream().filter(judgement -> judgement.score() == null).count());
        return settings;
    }

    private static Instant measuredAt(List<MtBenchJudgement> of) {
        double last = of.stream().mapToDouble(MtBenchJudgement::at).max().orElse(0);
        return last > 0 && last < 4e9 ? Instant.ofEpochMilli((long) (last * 1000)) : null;
    }
}
