package org.dohyo.benchmark.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.mmlu.Mmlu;
import org.dohyo.benchmark.mtbench.MtBench;
import org.dohyo.benchmark.mtbench.MtBenchKind;
import org.dohyo.benchmark.run.RunScore;
import org.dohyo.benchmark.run.Runner;

/**
 * A run's figures as its page shows them: a column for each model.
 *
 * @param models slugs
 */
public record RunTable(List<String> models, List<Row> rows) {

    /** @param scenario as it is called in the page's language */
    public record Row(String scenario, String metric, List<Cell> cells) {
    }

    /**
     * @param value empty where the model has none
     * @param interval of 95%, empty where there is none
     */
    public record Cell(String value, String interval, int n) {
    }

    private record Key(String scenario, String metric) {
    }

    static RunTable of(Runner runner, List<RunScore> scores, RunMessages words) {
        Set<String> models = new LinkedHashSet<>(scores.stream().map(RunScore::model).toList());
        Map<Key, Map<String, RunScore>> byRow = new LinkedHashMap<>();
        ordered(runner, scores).forEach(score -> byRow
                .computeIfAbsent(new Key(score.scenario(), score.metric()), unused -> new LinkedHashMap<>())
                .put(score.model(), score));
        return new RunTable(List.copyOf(models), byRow.entrySet().stream()
                .map(row -> new Row(scenario(row.getKey().scenario(), words), metric(row.getKey().metric(), words),
                        models.stream().map(model -> cell(row.getValue().get(model))).toList()))
                .toList());
    }

    private static String scenario(String slug, RunMessages words) {
        return slug.equals(KnownBenchmarks.OVERALL) ? words.overall() : MtBenchKind.ofLabel(slug).map(kind -> switch (kind) {
            case WRITING -> words.writing();
            case ROLEPLAY -> words.roleplay();
            case REASONING -> words.reasoning();
            case MATH -> words.math();
            case CODING -> words.coding();
            case EXTRACTION -> words.extraction();
            case STEM -> words.stem();
            case HUMANITIES -> words.humanities();
        }).orElse(slug);
    }

    private static String metric(String name, RunMessages words) {
        return switch (name) {
            case MtBench.SCORE -> words.score();
            case MtBench.SCORE + "-turn-1" -> words.scoreTurn1();
            case MtBench.SCORE + "-turn-2" -> words.scoreTurn2();
            case Mmlu.ACCURACY -> words.accuracy();
            case Mmlu.UNPARSEABLE -> words.unparseable();
            default -> name;
        };
    }

    /** Overall with all its metrics, then the others with their main one. */
    private static Stream<RunScore> ordered(Runner runner, List<RunScore> scores) {
        return Stream.concat(scores.stream().filter(score -> score.scenario().equals(KnownBenchmarks.OVERALL)),
                scores.stream().filter(score -> !score.scenario().equals(KnownBenchmarks.OVERALL)
                        && score.metric().equals(runner.mainMetric())));
    }

    private static Cell cell(RunScore score) {
        if (score == null) {
            return new Cell("", "", 0);
        }
        boolean share = score.metric().equals(Mmlu.ACCURACY) || score.metric().equals(Mmlu.UNPARSEABLE);
        String interval = Objects.isNull(score.low()) ? "" : shown(score.low(), share) + "–" + shown(score.high(), share);
        return new Cell(shown(score.value(), share), interval, score.n());
    }

    private static String shown(double value, boolean share) {
        return share ? String.format(Locale.ROOT, "%.1f%%", 100 * value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
