package org.dohyo.benchmark.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.BenchmarkProblemMessages;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.model.Model;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Computes the contents of the pages and responses on benchmarks, and checks their parameters. */
@ApplicationScoped
public class BenchmarkViews {

    static final int MOST_RECORDS = 100;
    private static final int MOST_HISTORY = 50;
    private static final int MOST_POSITION = 1_000_000;

    private final Benchmarks benchmarks;
    private final BenchmarkHeadlines headlines;
    private final Boards boards;
    private final Model.Repository models;

    BenchmarkViews(Benchmarks benchmarks, BenchmarkHeadlines headlines, Boards boards, Model.Repository models) {
        this.benchmarks = benchmarks;
        this.headlines = headlines;
        this.boards = boards;
        this.models = models;
    }

    /** @throws Refusal 404 */
    public Benchmark benchmark(String slug) {
        return benchmarks.find(slug)
                .orElseThrow(() -> Refusal.of(BenchmarkProblemMessages.class, Status.NOT_FOUND, "no-such-benchmark",
                        BenchmarkProblemMessages::noSuchBenchmark));
    }

    /** All benchmarks, by name, those without results included. */
    public BenchmarkListing listing() {
        return new BenchmarkListing(benchmarks.all());
    }

    /**
     * @throws Refusal 404 for an unknown benchmark, 400 for what it doesn't have
     */
    BenchmarkSelection selection(String benchmark, String metric, String scenario) {
        Benchmark known = benchmark(benchmark);
        return new BenchmarkSelection(known, metric(known, metric), scenario(known, scenario));
    }

    /**
     * Checks a requested metric: null stands for each scenario's main one; 400 if the benchmark has none of that name.
     */
    public static String metric(Benchmark benchmark, String metric) {
        if (metric == null || metric.isEmpty()) {
            return null;
        }
        return benchmark.metric(metric).map(Metric::name).orElseThrow(
                () -> Refusal.parameter(BenchmarkProblemMessages.class, "metric", BenchmarkProblemMessages::noMetric));
    }

    /**
     * Checks a requested scenario: null for an empty one; without a request {@code overall} if there is one, else null.
     */
    public static String scenario(Benchmark benchmark, String scenario) {
        if (scenario == null) {
            return benchmark.scenarios().contains(KnownBenchmarks.OVERALL) ? KnownBenchmarks.OVERALL : null;
        }
        if (scenario.isEmpty()) {
            return null;
        }
        ParameterPlace.QUERY.check(BenchmarkProblemMessages.class, "scenario", benchmark.scenarios().contains(scenario),
                BenchmarkProblemMessages::noScenario);
        return scenario;
    }

    public static int position(Integer from) {
        ParameterPlace.QUERY.check("from", from == null || from >= 0 && from <= MOST_POSITION,
                words -> words.between(0, MOST_POSITION));
        return from == null ? 0 : from;
    }

    public NewestResults newest(Benchmark benchmark) {
        return NewestResults.of(benchmarks.newest(benchmark.slug()));
    }

    public BenchmarkMatrix matrix(Benchmark benchmark, String metric) {
        return BenchmarkMatrix.of(benchmark, benchmarks.newest(benchmark.slug()), metric);
    }

    BenchmarkMatrix matrix(BenchmarkSelection selection) {
        return matrix(selection.benchmark(), selection.metric());
    }

    public BenchmarkScatter scatter(BenchmarkMatrix matrix, String scenario) {
        return BenchmarkScatter.of(matrix, scenario, boards.overall());
    }

    /** The names of all models, by slug. */
    @Transactional
    Map<String, String> names() {
        return models.listAll().stream().collect(Collectors.toMap(model -> model.slug, model -> model.name));
    }

    @Transactional
    public BenchmarkTable table() {
        return BenchmarkTable.of(boards.overall(), models.listAll(), headlines.of(BenchmarkHeadline.MT_BENCH),
                headlines.of(BenchmarkHeadline.MMLU));
    }

    /** All results of a model in a scenario, the newest first; 404 if there is none. */
    public List<Benchmarks.Stored> history(Benchmark benchmark, String scenario, String model) {
        if (scenario == null || model == null) {
            throw Refusal.parameter(BenchmarkProblemMessages.class, scenario == null ? "scenario" : "model",
                    BenchmarkProblemMessages::given);
        }
        List<Benchmarks.Stored> all = benchmarks.history(benchmark.slug(), scenario,
                model,
                MOST_HISTORY);
        if (all.isEmpty()) {
            throw Refusal.of(BenchmarkProblemMessages.class, Status.NOT_FOUND, "no-such-result",
                    BenchmarkProblemMessages::noSuchResult);
        }
        return all;
    }

    /** @param results of that model in that scenario, with whose raw records from that position on it responds */
    public ResultHistory history(String scenario, String model, List<Benchmarks.Stored> results, int from) {
        return ResultHistory.of(model, scenario, results,
                benchmarks.records(results.stream().map(Benchmarks.Stored::id).toList(), from, MOST_RECORDS));
    }

    /**
     * The raw records from that position on of the newest result in each metric that has any: one more than a page
     * shows, where there are more.
     */
    Map<String, List<ObjectNode>> newestRecords(List<Benchmarks.Stored> results, int from) {
        Map<String, Long> newest = new LinkedHashMap<>();
        results.forEach(stored -> newest.putIfAbsent(stored.result().metric(), stored.id()));
        Map<Long, List<ObjectNode>> byResult = benchmarks.records(List.copyOf(newest.values()), from,
                ResultsView.RECORDS + 1);
        Map<String, List<ObjectNode>> records = new LinkedHashMap<>();
        newest.forEach((metric, id) -> {
            if (byResult.containsKey(id)) {
                records.put(metric, byResult.get(id));
            }
        });
        return records;
    }
}
