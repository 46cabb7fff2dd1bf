package org.dohyo.benchmark.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.web.csv.Csv;

/**
 * A matrix for programs.
 *
 * @param metric null if each scenario is in its main one
 * @param missing the number of empty cells
 */
public record MatrixResponse(String benchmark, String metric, long missing, List<Column> scenarios, List<Row> models) {

    /** @param counted true if the means over scenarios include it */
    public record Column(String scenario, String metric, boolean higherIsBetter, boolean counted) {
    }

    /**
     * @param meanWinRate null if it can't be computed from any scenario; so may be {@code standardised}
     * @param values by scenario
     */
    public record Row(String model, Double meanWinRate, int winRateScenarios, Double standardised,
            int standardisedScenarios,
            Map<String, Double> values) {
    }

    public static MatrixResponse of(BenchmarkMatrix matrix) {
        return new MatrixResponse(matrix.benchmark().slug(), matrix.metric(), matrix.missing(),
                matrix.columns().stream().map(column -> new Column(column.scenario(), column.metric().name(),
                        column.metric().higherIsBetter(), column.counted())).toList(),
                matrix.rows().stream().map(row -> new Row(row.model(), row.winRate().value(), row.winRate().scenarios(),
                        row.standardised().value(), row.standardised().scenarios(), values(row))).toList());
    }

    private static Map<String, Double> values(BenchmarkMatrix.Row row) {
        Map<String, Double> values = new LinkedHashMap<>();
        row.cells().stream().map(BenchmarkMatrix.Cell::result).filter(result -> result != null)
                .forEach(result -> values.put(result.scenario(), result.value()));
        return values;
    }

    public String csv() {
        return Csv.line(Stream.concat(
                Stream.of("model", "meanWinRate", "winRateScenarios", "standardised", "standardisedScenarios"),
                scenarios.stream().map(Column::scenario)).toArray())
                + models.stream().map(row -> Csv.line(Stream.concat(
                        Stream.of(row.model(), row.meanWinRate(), row.winRateScenarios(), row.standardised(),
                                row.standardisedScenarios()),
                        scenarios.stream().map(column -> row.values().get(column.scenario()))).toArray()))
                        .collect(Collectors.joining());
    }
}
