package org.dohyo.benchmark.page;

import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;

/** A row of the combined table as its page shows it; a text is null if there is no figure. */
public record TableView(BenchmarkTable.Row row, String rating, String half, String mtBench, String mtBenchBetween,
        String mmlu,
        String mmluBetween) {

    private static final Metric POINTS = KnownBenchmarks.MT_BENCH.metrics().get(0);
    private static final Metric ACCURACY = KnownBenchmarks.MMLU.metrics().get(0);

    static TableView of(BenchmarkTable.Row row) {
        BenchmarkTable.Figure rating = row.rating();
        return new TableView(row, rating.value() == null ? null : Long.toString(Math.round(rating.value())),
                rating.low() == null || rating.high() == null ? null
                        : Long.toString(Math.round((rating.high() - rating.low()) / 2)),
                text(row.mtBench(), POINTS), between(row.mtBench(), POINTS),
                text(row.mmlu(), ACCURACY), between(row.mmlu(), ACCURACY));
    }

    private static String text(BenchmarkTable.Score score, Metric metric) {
        return score.score().value() == null ? null : ScoreFormat.text(score.score().value(), metric);
    }

    private static String between(BenchmarkTable.Score score, Metric metric) {
        return ScoreFormat.beside(score.score().low(), score.score().high(), metric, score.ownQuestions());
    }
}
