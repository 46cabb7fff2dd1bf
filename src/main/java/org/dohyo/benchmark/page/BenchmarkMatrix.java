package org.dohyo.benchmark.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultInterval;

/**
 * The newest results of a benchmark: a row for each model, a column for each scenario, in the requested metric or in
 * each scenario's main one.
 *
 * @param metric null for the main ones
 * @param measured the metrics that have results
 * @param rows the greatest mean win rate first
 */
public record BenchmarkMatrix(Benchmark benchmark, String metric, List<Metric> measured, List<Column> columns,
        List<Row> rows) {

    /** @param counted true if the means over scenarios include it; {@code overall} is already a mean */
    public record Column(String scenario, Metric metric, boolean counted) {
    }

    /**
     * @param result null if the model wasn't measured
     * @param standardised null if the scenario isn't counted or the models don't differ
     */
    public record Cell(Result result, ResultInterval interval, Double standardised) {
    }

    public record Row(String model, List<Cell> cells, ScoreMatrix.Mean winRate, ScoreMatrix.Mean standardised) {

        /** The number of scenarios without a result for the model. */
        public long missing() {
            return cells.stream().filter(cell -> cell.result() == null).count();
        }
    }

    static BenchmarkMatrix of(Benchmark benchmark, List<Result> newest, String metric) {
        Map<List<String>, Result> results = newest.stream().collect(Collectors
                .toMap(result -> List.of(result.model(), result.scenario(), result.metric()), Function.identity()));
        List<Column> columns = columns(benchmark, newest, metric);
        List<String> models = newest.stream().map(Result::model).distinct().sorted()
                .filter(model -> columns.stream().anyMatch(column -> results.containsKey(key(model, column)))).toList();
        List<List<Result>> cells = new ArrayList<>();
        models.forEach(model -> cells.add(columns.stream().map(column -> results.get(key(model, column))).toList()));
        Set<String> measured = newest.stream().map(Result::metric).collect(Collectors.toSet());
        return new BenchmarkMatrix(benchmark, metric,
                benchmark.metrics().stream().filter(known -> measured.contains(known.name())).toList(), columns,
                rows(models, columns, cells));
    }

    private static List<String> key(String model, Column column) {
        return List.of(model, column.scenario(), column.metric().name());
    }

    private static List<Column> columns(Benchmark benchmark, List<Result> newest, String metric) {
        Map<String, List<String>> measured = newest.stream().collect(Collectors.groupingBy(Result::scenario,
                Collectors.mapping(Result::metric, Collectors.toList())));
        List<String> scenarios = benchmark.scenarios().stream().filter(measured::containsKey).toList();
        List<Column> columns = new ArrayList<>();
        for (String scenario : scenarios) {
            Optional<Metric> shown = metric == null ? benchmark.mainMetric(scenario, measured.get(scenario))
                    : benchmark.metric(metric).filter(known -> measured.get(scenario).contains(known.name()));
            shown.ifPresent(known -> columns.add(new Column(scenario, known,
                    scenarios.size() == 1 || !scenario.equals(KnownBenchmarks.OVERALL))));
        }
        return List.copyOf(columns);
    }

    private static List<Row> rows(List<String> models, List<Column> columns, List<List<Result>> cells) {
        int[] counted = IntStream.range(0, columns.size()).filter(column -> columns.get(column).counted()).toArray();
        ScoreMatrix scores = scores(cells, columns, counted);
        ScoreMatrix all = scores(cells, columns, IntStream.range(0, columns.size()).toArray());
        List<ScoreMatrix.Mean> winRates = scores.meanWinRates();
        List<ScoreMatrix.Mean> standardised = scores.standardised();
        return IntStream.range(0, models.size())
                .mapToObj(row -> new Row(models.get(row), cells(cells.get(row), columns, all, row), winRates.get(row),
                        standardised.get(row)))
                .sorted(Comparator
                        .comparing((Row row) -> row.winRate().value(), Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Row::model))
                .toList();
    }

    private static ScoreMatrix scores(List<List<Result>> cells, List<Column> columns, int[] which) {
        List<List<Double>> values = new ArrayList<>();
        cells.forEach(row -> values.add(IntStream.of(which).mapToObj(row::get)
                .map(result -> result == null ? null : (Double) result.value()).toList()));
        return new ScoreMatrix(values,
                IntStream.of(which).mapToObj(i -> columns.get(i).metric().higherIsBetter()).toList());
    }

    private static List<Cell> cells(List<Result> results, List<Column> columns, ScoreMatrix scores, int row) {
        return IntStream.range(0, columns.size()).mapToObj(column -> {
            Result result = results.get(column);
            if (result == null) {
                return new Cell(null, null, null);
            }
            double standardised = scores.standardised(row, column);
            return new Cell(result, ResultInterval.of(result, columns.get(column).metric()),
                    Double.isNaN(standardised) ? null : standardised);
        }).toList();
    }

    /** The number of empty cells. */
    public long missing() {
        return rows.stream().mapToLong(Row::missing).sum();
    }

    public long size() {
        return (long) rows.size() * columns.size();
    }
}
