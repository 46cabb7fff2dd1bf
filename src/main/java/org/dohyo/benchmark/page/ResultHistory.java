package org.dohyo.benchmark.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;
import org.dohyo.web.csv.Csv;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The response with all results of a model in a scenario, the newest first, and their raw records. */
public record ResultHistory(String model, String scenario, List<Measured> results) {

    /** @param records from the requested position on, at most {@value BenchmarkViews#MOST_RECORDS} */
    public record Measured(String metric, double value, Double standardError, Long n, ResultSource source,
            Instant measuredAt, ObjectNode settings, List<ObjectNode> records) {

        static Measured of(Result result, List<ObjectNode> records) {
            return new Measured(result.metric(), result.value(), result.standardError(), result.n(), result.source(),
                    result.measuredAt(), result.settings(), records);
        }
    }

    /** @param records by the id of their result */
    static ResultHistory of(String model, String scenario, List<Benchmarks.Stored> results,
            Map<Long, List<ObjectNode>> records) {
        return new ResultHistory(model, scenario, results.stream()
                .map(stored -> Measured.of(stored.result(), records.getOrDefault(stored.id(), List.of()))).toList());
    }

    /** A line for each raw record, as JSON in its last cell; one for a result that has none here. */
    public String csv() {
        return Csv.line("model", "scenario", "metric", "value", "standardError", "n", "source", "measuredAt", "record")
                + results.stream().flatMap(this::lines).collect(Collectors.joining());
    }

    private Stream<String> lines(Measured one) {
        Stream<?> records = one.records().isEmpty() ? Stream.of("") : one.records().stream();
        return records.map(record -> Csv.line(model, scenario, one.metric(), one.value(), one.standardError(), one.n(),
                one.source(), one.measuredAt(), record));
    }
}
