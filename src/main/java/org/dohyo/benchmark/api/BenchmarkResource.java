package org.dohyo.benchmark.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;
import org.dohyo.benchmark.page.BenchmarkResponses;
import org.dohyo.benchmark.page.BenchmarkTable;
import org.dohyo.benchmark.page.BenchmarkViews;
import org.dohyo.benchmark.page.MatrixResponse;
import org.dohyo.benchmark.page.ScatterResponse;
import org.dohyo.web.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Results of benchmarks as JSON and as CSV. */
@Path("/api/benchmarks")
@Produces({ MediaType.APPLICATION_JSON, "text/csv" })
@Blocking
public class BenchmarkResource {

    private final Benchmarks benchmarks;
    private final BenchmarkViews views;
    private final BenchmarkResponses answers;

    BenchmarkResource(Benchmarks benchmarks, BenchmarkViews views, BenchmarkResponses answers) {
        this.benchmarks = benchmarks;
        this.views = views;
        this.answers = answers;
    }

    public record Listed(List<Benchmark> benchmarks) {

        String csv() {
            return Csv.line("slug", "name", "version", "scenarios", "metrics")
                    + benchmarks.stream().map(one -> Csv.line(one.slug(), one.name(), one.version(),
                            one.scenarios().size(), one.metrics().size())).collect(Collectors.joining());
        }
    }

    /**
     * @param value as it was measured or imported
     * @param questions the version of the questions; null if unknown
     */
    public record Shown(String model, String scenario, String metric, double value, Double standardError, Long n,
            ResultSource source, Instant measuredAt, String questions) {

        static Shown of(Result result) {
            return new Shown(result.model(), result.scenario(), result.metric(), result.value(), result.standardError(),
                    result.n(), result.source(), result.measuredAt(), result.questions());
        }
    }

    public record Newest(List<Shown> results) {

        String csv(String benchmark) {
            return Csv.line("benchmark", "model", "scenario", "metric", "value", "standardError", "n", "source",
                    "measuredAt")
                    + results.stream().map(one -> Csv.line(benchmark, one.model(), one.scenario(), one.metric(),
                            one.value(), one.standardError(), one.n(), one.source(), one.measuredAt()))
                            .collect(Collectors.joining());
        }
    }

    /** @param records from the requested position on, at most 100 */
    public record Measured(String metric, double value, Double standardError, Long n, ResultSource source,
            Instant measuredAt,
            ObjectNode settings, List<ObjectNode> records) {
    }

    public record History(String model, String scenario, List<Measured> results) {

        /** A line for each raw record, as JSON in its last cell; one for a result that has none here. */
        String csv() {
            return Csv.line("model", "scenario", "metric", "value", "standardError", "n", "source", "measuredAt",
                    "record")
                    + results.stream().flatMap(this::lines).collect(Collectors.joining());
        }

        private Stream<String> lines(Measured one) {
            Stream<?> records = one.records().isEmpty() ? Stream.of("") : one.records().stream();
            return records
                    .map(record -> Csv.line(model, scenario, one.metric(), one.value(), one.standardError(), one.n(),
                            one.source(), one.measuredAt(), record));
        }
    }

    @GET
    @Operation(summary = "Benchmarks with their scenarios and metrics")
    @Compressed
    public Response all(@RestQuery String format, @Context Request request, @Context HttpHeaders headers) {
        return answers.to(request, headers, format, "all", () -> new Listed(benchmarks.all()), Listed::csv);
    }

    @GET
    @Path("/table")
    @Operation(summary = "The arena's rating beside MT-Bench and MMLU, with licences")
    @Compressed
    public Response table(@RestQuery String format, @Context Request request, @Context HttpHeaders headers) {
        return answers.to(request, headers, format, "table", views::table, BenchmarkTable::csv);
    }

    @GET
    @Path("/{benchmark}/results")
    @Operation(
            summary = "The newest result of each model in each scenario and metric, values as they were measured or imported")
    @Compressed
    public Response results(String benchmark, @RestQuery String format, @Context Request request,
            @Context HttpHeaders headers) {
        Benchmark known = views.benchmark(benchmark);
        return answers.to(request, headers, format, "results " + known.slug(),
                () -> new Newest(benchmarks.newest(known.slug()).stream().map(Shown::of).toList()),
                newest -> newest.csv(known.slug()));
    }

    @GET
    @Path("/{benchmark}/matrix")
    @Operation(
            summary = "Models by scenarios in one metric (or in each scenario's main one), with HELM's mean win rate and "
                    + "standardised scores; a scenario that a model lacks is not in its values")
    @Compressed
    public Response matrix(String benchmark, @RestQuery String metric, @RestQuery String format,
            @Context Request request,
            @Context HttpHeaders headers) {
        Benchmark known = views.benchmark(benchmark);
        String of = BenchmarkViews.metric(known, metric);
        return answers.to(request, headers, format, "matrix " + known.slug() + " " + of,
                () -> MatrixResponse.of(views.matrix(known, of)), MatrixResponse::csv);
    }

    @GET
    @Path("/{benchmark}/correlation")
    @Operation(
            summary = "A scenario's values (or the mean win rate) beside the arena's ratings, with Spearman's rank correlation "
                    + "and its 95% interval")
    @Compressed
    public Response correlation(String benchmark, @RestQuery String scenario, @RestQuery String metric,
            @RestQuery String format,
            @Context Request request, @Context HttpHeaders headers) {
        Benchmark known = views.benchmark(benchmark);
        String of = BenchmarkViews.metric(known, metric);
        String in = BenchmarkViews.scenario(known, scenario);
        return answers.to(request, headers, format, "correlation " + known.slug() + " " + of + " " + in,
                () -> ScatterResponse.of(views.scatter(views.matrix(known, of), in)), ScatterResponse::csv);
    }

    @GET
    @Path("/{benchmark}/records")
    @Compressed
    @Operation(summary = "All results of a model in a scenario, the newest first, with settings and raw records")
    public Response records(String benchmark, @RestQuery String scenario, @RestQuery String model,
            @RestQuery("from") Integer from,
            @RestQuery String format, @Context Request request, @Context HttpHeaders headers) {
        Benchmark known = views.benchmark(benchmark);
        List<Benchmarks.Stored> all = views.history(known, scenario, model);
        int first = BenchmarkViews.position(from);
        return answers.to(request, headers, format,
                String.join(" ", "records", known.slug(), scenario, model, Integer.toString(first)),
                () -> history(scenario, model, all, first), History::csv);
    }

    private History history(String scenario, String model, List<Benchmarks.Stored> all, int from) {
        Map<Long, List<ObjectNode>> records = benchmarks.records(all.stream().map(Benchmarks.Stored::id).toList(), from,
                BenchmarkViews.MOST_RECORDS);
        return new History(model, scenario, all.stream().map(stored -> {
            Result result = stored.result();
            return new Measured(result.metric(), result.value(), result.standardError(), result.n(), result.source(),
                    result.measuredAt(), result.settings(), records.getOrDefault(stored.id(), List.of()));
        }).toList());
    }
}
