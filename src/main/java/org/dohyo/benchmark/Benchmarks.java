package org.dohyo.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads benchmarks, their results and raw records. */
@ApplicationScoped
@Transactional
public class Benchmarks {

    private final StoredBenchmark.Repository benchmarks;
    private final StoredResult.Repository results;
    private final NewestResult.Repository newest;
    private final StoredRecord.Repository records;

    Benchmarks(StoredBenchmark.Repository benchmarks, StoredResult.Repository results, NewestResult.Repository newest,
            StoredRecord.Repository records) {
        this.benchmarks = benchmarks;
        this.results = results;
        this.newest = newest;
        this.records = records;
    }

    /** @param id identifies its raw records */
    public record Stored(long id, Result result) {
    }

    /** The extent of a benchmark's results, older ones included. */
    public record Extent(String benchmark, long results, int models, Instant newest) {

        public String day() {
            return newest.toString().substring(0, "2026-01-01".length());
        }
    }

    /** By slug, without benchmarks that have no result. */
    public Map<String, Extent> extents() {
        return results.extents().stream().collect(Collectors.toMap(StoredResult.Extent::benchmark,
                extent -> new Extent(extent.benchmark(), extent.results(), (int) extent.models(), extent.newest())));
    }

    /** All benchmarks, by name. */
    public List<Benchmark> all() {
        return benchmarks.all();
    }

    /** Those with these slugs, by name. */
    public List<Benchmark> of(Set<String> slugs) {
        return all().stream().filter(one -> slugs.contains(one.slug())).toList();
    }

    public Optional<Benchmark> find(String slug) {
        return benchmarks.bySlug(slug).map(StoredBenchmark::benchmark);
    }

    /** Rises with each stored result. Writers take turns, so no result becomes visible after a later one. */
    public long version() {
        return results.newestId();
    }

    /**
     * The newest result of each model in each scenario and metric. One on the arena's own questions, which are not the
     * original benchmark's, counts only if there is no other.
     */
    public List<Result> newest(String benchmark) {
        return newest(benchmark, null, null);
    }

    /** The newest result of each model in that scenario and metric. */
    public List<Result> newest(String benchmark, String scenario, String metric) {
        return benchmarks.bySlug(benchmark).map(stored -> newest.of(stored.id, scenario, metric)).orElse(List.of());
    }

    /** All results of a model in a scenario, the newest first; those on the arena's own questions come last. */
    public List<Stored> history(String benchmark, String scenario, String model, int max) {
        return results.history(benchmark, scenario, model, max).stream().map(row -> new Stored(row.id, row.result()))
                .toList();
    }

    /** The raw records of these results, by result: at most {@code max} of each, beginning at a position. */
    public Map<Long, List<ObjectNode>> records(List<Long> ids, int from, int max) {
        return records.of(ids, from, from + max).stream().collect(Collectors.groupingBy(row -> row.resultId,
                Collectors.mapping(row -> row.content, Collectors.toList())));
    }
}
