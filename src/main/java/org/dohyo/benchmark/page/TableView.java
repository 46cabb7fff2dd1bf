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
        return new TableView(row, row.rating() == null ? null : Long.toString(Math.round(row.rating())),
                row.ratingLow() == null || row.ratingHigh() == null ? null
                        : Long.toString(Math.round((row.ratingHigh() - row.ratingLow()) / 2)),
                text(row.mtBench(), POINTS),
                ScoreFormat.beside(row.mtBenchLow(), row.mtBenchHigh(), POINTS, row.mtBenchOwnQuestions()),
                text(row.mmlu(), ACCURACY),
                ScoreFormat.beside(row.mmluLow(), row.mmluHigh(), ACCURACY, row.mmluOwnQuestions()));
    }

    private static String text(Double value, Metric metric) {
        return value == null ? null : ScoreFormat.text(value, metric);
    }
}
