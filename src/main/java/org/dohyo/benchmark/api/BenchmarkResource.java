package org.dohyo.benchmark.api;

import java.util.List;

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
import org.dohyo.benchmark.page.BenchmarkListing;
import org.dohyo.benchmark.page.BenchmarkResponses;
import org.dohyo.benchmark.page.BenchmarkTable;
import org.dohyo.benchmark.page.BenchmarkViews;
import org.dohyo.benchmark.page.MatrixResponse;
import org.dohyo.benchmark.page.ResultHistory;
import org.dohyo.benchmark.page.ScatterResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Results of benchmarks as JSON and as CSV. */
@Path("/api/benchmarks")
@Produces({ MediaType.APPLICATION_JSON, "text/csv" })
@Blocking
public class BenchmarkResource {

    private final BenchmarkViews views;
    private final BenchmarkResponses answers;

    BenchmarkResource(BenchmarkViews views, BenchmarkResponses answers) {
        this.views = views;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "Benchmarks with their scenarios and metrics")
    @Compressed
    public Response all(@RestQuery String format, @Context Request request, @Context HttpHeaders headers) {
        return answers.to(request, headers, format, "all", views::listing, BenchmarkListing::csv);
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
                () -> views.newest(known),
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
                () -> views.history(scenario, model, all, first), ResultHistory::csv);
    }
}
