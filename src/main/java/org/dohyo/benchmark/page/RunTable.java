package org.dohyo.benchmark.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.RunnerLabels;

/**
 * The scores of a run as its page shows them: a column for each model.
 *
 * @param models slugs
 */
public record RunTable(List<String> models, List<Row> rows) {

    /** @param scenario in the page's language */
    public record Row(String scenario, String metric, List<Cell> cells) {
    }

    /**
     * @param value empty if the model has none
     * @param interval of 95%; empty if there is none
     */
    public record Cell(String value, String interval, int n) {
    }

    private record Key(String scenario, String metric) {
    }

    static RunTable of(Runner runner, List<RunScore> scores, RunnerLabels labels) {
        Set<String> models = new LinkedHashSet<>(scores.stream().map(RunScore::model).toList());
        Map<Key, Map<String, RunScore>> byRow = new LinkedHashMap<>();
        ordered(runner, scores).forEach(score -> byRow
                .computeIfAbsent(new Key(score.scenario(), score.metric()), unused -> new LinkedHashMap<>())
                .put(score.model(), score));
        return new RunTable(List.copyOf(models), byRow.entrySet().stream()
                .map(row -> new Row(labels.scenario(row.getKey().scenario()), labels.metric(row.getKey().metric()),
                        models.stream().map(model -> cell(row.getValue().get(model), runner.benchmark())).toList()))
                .toList());
    }

    /** Overall with all its metrics, then the others with their main one. */
    private static Stream<RunScore> ordered(Runner runner, List<RunScore> scores) {
        return Stream.concat(scores.stream().filter(score -> score.scenario().equals(KnownBenchmarks.OVERALL)),
                scores.stream().filter(score -> !score.scenario().equals(KnownBenchmarks.OVERALL)
                        && score.metric().equals(runner.mainMetric())));
    }

    private static Cell cell(RunScore score, Benchmark benchmark) {
        if (score == null) {
            return new Cell("", "", 0);
        }
        boolean share = benchmark.metric(score.metric()).map(Metric::isFraction).orElse(false);
        String interval = Objects.isNull(score.low()) ? ""
                : shown(score.low(), share) + "–" + shown(score.high(), share);
        return new Cell(shown(score.value(), share), interval, score.n());
    }

    private static String shown(double value, boolean share) {
        return share ? String.format(Locale.ROOT, "%.1f%%", 100 * value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
