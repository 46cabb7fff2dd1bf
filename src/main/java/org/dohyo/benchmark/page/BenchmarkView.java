package org.dohyo.benchmark.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Metric;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.rating.RankCorrelation;

/**
 * A benchmark as its page shows it.
 *
 * @param overall true if a column is excluded from the means over scenarios
 * @param correlation null if there is none
 */
public record BenchmarkView(Benchmark benchmark, BenchmarkAddress at, List<Tab> metrics, List<Head> heads,
        List<Line> lines,
        long missing, long size, boolean overall, List<Choice> scenarios, Chart chart, String correlation,
        String chosenMetric,
        String scatterSvg, String scatterCsv, String matrixJson, String matrixCsv) {

    /** A metric, or the main ones. */
    public record Tab(String name, String href, boolean chosen) {
    }

    /** @param value a scenario, empty for the mean win rate over all */
    public record Choice(String value, String name, boolean chosen) {
    }

    /** @param metric null if all columns have the same one */
    public record Head(String scenario, String metric) {
    }

    /**
     * @param text null without a measurement
     * @param shade how far above the mean, from 0 to 3
     */
    public record Cell(String text, String between, int shade, String href) {
    }

    public record Line(String model, String name, String winRate, int winScenarios, String standardised,
            int standardisedScenarios,
            List<Cell> cells) {
    }

    static BenchmarkView of(BenchmarkMatrix matrix, BenchmarkScatter scatter, Map<String, String> names,
            BenchmarkMessages words) {
        Benchmark benchmark = matrix.benchmark();
        BenchmarkAddress at = new BenchmarkAddress(benchmark.slug());
        String metric = matrix.metric();
        String scenario = scatter.scenario() == null ? "" : scatter.scenario();
        String shown = scatter.scenario() == null ? words.winRate()
                : scatter.scenario() + " · " + scatter.metric().name();
        return new BenchmarkView(benchmark, at, metrics(matrix, at, words), heads(matrix),
                matrix.rows().stream().map(row -> line(row, matrix, at, names)).toList(), matrix.missing(),
                matrix.size(),
                matrix.columns().stream().anyMatch(column -> !column.counted()), scenarios(matrix, scatter, words),
                ScatterChart.draw(scatter, words.scatterTitle(shown), words), correlation(scatter.correlation(), words),
                metric,
                BenchmarkAddress.with(at.page() + "/scatter.svg", "metric", metric, "scenario", scenario),
                BenchmarkAddress.with(at.api("correlation"), "format", "csv", "metric", metric, "scenario", scenario),
                BenchmarkAddress.with(at.api("matrix"), "metric", metric),
                BenchmarkAddress.with(at.api("matrix"), "format", "csv", "metric", metric));
    }

    private static List<Tab> metrics(BenchmarkMatrix matrix, BenchmarkAddress at, BenchmarkMessages words) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(words.mainMetrics(), at.matrix(null, null), matrix.metric() == null));
        matrix.measured().forEach(metric -> tabs.add(new Tab(metric.name(), at.matrix(metric.name(), null),
                metric.name().equals(matrix.metric()))));
        return tabs;
    }

    private static List<Choice> scenarios(BenchmarkMatrix matrix, BenchmarkScatter scatter, BenchmarkMessages words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.winRate(), scatter.scenario() == null));
        matrix.columns().forEach(column -> choices.add(new Choice(column.scenario(), column.scenario(),
                column.scenario().equals(scatter.scenario()))));
        return choices;
    }

    private static List<Head> heads(BenchmarkMatrix matrix) {
        boolean several = matrix.columns().stream().map(column -> column.metric().name()).distinct().count() > 1;
        return matrix.columns().stream()
                .map(column -> new Head(column.scenario(), several ? column.metric().name() : null))
                .toList();
    }

    private static Line line(BenchmarkMatrix.Row row, BenchmarkMatrix matrix, BenchmarkAddress at,
            Map<String, String> names) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(cell(row.cells().get(i), matrix.columns().get(i).metric(), at));
        }
        return new Line(row.model(), names.getOrDefault(row.model(), row.model()),
                ScoreFormat.share(row.winRate().value()),
                row.winRate().scenarios(), ScoreFormat.signed(row.standardised().value()),
                row.standardised().scenarios(),
                cells);
    }

    private static Cell cell(BenchmarkMatrix.Cell cell, Metric metric, BenchmarkAddress at) {
        if (cell.result() == null) {
            return new Cell(null, null, 0, null);
        }
        double above = cell.standardised() == null ? 0 : cell.standardised();
        return new Cell(ScoreFormat.text(cell.result().value(), metric),
                ScoreFormat.beside(cell.result(), cell.interval(), metric),
                above > 1.25 ? 3 : above > 0.75 ? 2 : above > 0.25 ? 1 : 0,
                at.results(cell.result().scenario(), cell.result().model()));
    }

    private static String correlation(RankCorrelation correlation, BenchmarkMessages words) {
        if (Double.isNaN(correlation.rho())) {
            return null;
        }
        return Double.isNaN(correlation.low())
                ? words.correlationAlone(ScoreFormat.signed(correlation.rho()), correlation.n())
                : words.correlation(ScoreFormat.signed(correlation.rho()), ScoreFormat.signed(correlation.low()),
                        ScoreFormat.signed(correlation.high()),
                        correlation.n());
    }
}
