package org.dohyo.benchmark.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;
import org.dohyo.web.csv.Csv;

/** The response with the newest result of each model in each scenario and metric of a benchmark. */
public record NewestResults(List<Row> results) {

    /**
     * @param value as it was measured or imported
     * @param questions the version of the questions; null if unknown
     */
    public record Row(String model, String scenario, String metric, double value, Double standardError, Long n,
            ResultSource source, Instant measuredAt, String questions) {

        static Row of(Result result) {
            return new Row(result.model(), result.scenario(), result.metric(), result.value(), result.standardError(),
                    result.n(), result.source(), result.measuredAt(), result.questions());
        }
    }

    static NewestResults of(List<Result> results) {
        return new NewestResults(results.stream().map(Row::of).toList());
    }

    public String csv(String benchmark) {
        return Csv.line("benchmark", "model", "scenario", "metric", "value", "standardError", "n", "source",
                "measuredAt")
                + results.stream().map(one -> Csv.line(benchmark, one.model(), one.scenario(), one.metric(),
                        one.value(), one.standardError(), one.n(), one.source(), one.measuredAt()))
                        .collect(Collectors.joining());
    }
}
