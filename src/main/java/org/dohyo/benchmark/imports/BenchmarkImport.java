package org.dohyo.benchmark.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultModels;
import org.dohyo.benchmark.Results;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/**
 * Stores what was read, each result once, however often it comes: all of it or nothing, unless wrong records are to be
 * left out.
 */
@ApplicationScoped
public class BenchmarkImport {

    /** The largest file that is taken holds some 600,000 results. */
    private static final int LONGEST_SECONDS = 600;
    /** A report of more is no help to anyone. */
    private static final int MOST_REPORTED = 10_000;
    private static final int MOST_NAMES = 100;
    /** Their metrics are in order, so the first is each scenario's main one. */
    private static final Set<String> ORDERED = Set.of(KnownBenchmarks.MT_BENCH.slug(), KnownBenchmarks.MMLU.slug());

    private final Results results;
    private final Benchmarks benchmarks;
    private final ResultModels models;
    private final Audit audit;

    BenchmarkImport(Results results, Benchmarks benchmarks, ResultModels models, Audit audit) {
        this.results = results;
        this.benchmarks = benchmarks;
        this.models = models;
        this.audit = audit;
    }

    /**
     * Counts the records of a file by outcome.
     *
     * @param skipped records that were left out
     */
    public record Counts(long read, long imported, long duplicates, long skipped) {
    }

    /** @param leftOut why records were left out, for up to 10,000 of them */
    public record Outcome(Counts counts, List<ImportFault> leftOut) {
    }

    /**
     * @param model the slug that all results are of; null where the results name their models
     * @param skipInvalid true to leave out results whose model isn't known or whose value doesn't fit; false to store
     *        nothing then
     * @throws InvalidResultsException if a model isn't known, or a value doesn't fit what its metric is here already
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Outcome store(ReadFile file, String model, boolean skipInvalid, String who) {
        Map<String, String> slugs = slugs(file.results(), model);
        Map<String, Map<String, Metric>> known = new HashMap<>();
        List<ReadResult> good = new ArrayList<>();
        List<ImportFault> wrong = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        for (ReadResult result : file.results()) {
            Optional<Function<BenchmarkFileMessages, String>> reason = slugs.containsKey(named(result))
                    ? misfit(result, known)
                    // Told once, unless each record is reported.
                    : skipInvalid || unknown.add(named(result)) ? Optional.of(unknown(named(result)))
                            : Optional.empty();
            reason.ifPresentOrElse(why -> wrong.add(new ImportFault(result.place(), why)), () -> good.add(result));
        }
        if (!wrong.isEmpty() && (!skipInvalid || good.isEmpty())) {
            throw new InvalidResultsException(wrong, models.guesses(unknown(file.results(), slugs)));
        }
        long records = good.stream().mapToLong(ReadResult::records).sum();
        long imported = add(good, slugs, known);
        List<ImportFault> skipped = new ArrayList<>(file.leftOut());
        skipped.addAll(wrong);
        Counts counts = new Counts(records + skipped.size(), imported, records - imported, skipped.size());
        audit.record(who, "import", "benchmark:" + String.join(",", new TreeSet<>(known.keySet())), null, counts);
        return new Outcome(counts, List.copyOf(skipped.subList(0, Math.min(MOST_REPORTED, skipped.size()))));
    }

    /** The slugs of the names that are known; the name is empty where a result names no model. */
    private Map<String, String> slugs(List<ReadResult> read, String model) {
        Set<String> names = read.stream().map(BenchmarkImport::named).collect(Collectors.toCollection(TreeSet::new));
        if (model == null) {
            return models.slugs(names);
        }
        if (!model.equals(models.slugs(List.of(model)).get(model))) {
            throw wrongModel(words -> words.notRegistered(model));
        }
        if (names.size() > 1) {
            String some = names.stream().limit(5).collect(Collectors.joining(", "));
            throw wrongModel(words -> words.severalModels(names.size(), some));
        }
        return names.stream().collect(Collectors.toMap(name -> name, name -> model));
    }

    private static InvalidResultsException wrongModel(Function<BenchmarkFileMessages, String> reason) {
        return new InvalidResultsException(List.of(new ImportFault("?model", reason)));
    }

    private static String named(ReadResult result) {
        return Objects.requireNonNullElse(result.result().result().model(), "");
    }

    private static List<String> unknown(List<ReadResult> results, Map<String, String> slugs) {
        return results.stream().map(BenchmarkImport::named)
                .filter(name -> !name.isEmpty() && !slugs.containsKey(name)).distinct().limit(MOST_NAMES).toList();
    }

    private static Function<BenchmarkFileMessages, String> unknown(String name) {
        return name.isEmpty() ? BenchmarkFileMessages::unnamedModel : words -> words.unknownModel(name);
    }

    private Map<String, Metric> metrics(String benchmark) {
        return benchmarks.find(benchmark).map(Benchmark::metrics).orElse(List.of()).stream()
                .collect(Collectors.toMap(Metric::name, metric -> metric));
    }

    /** A metric is what it was when the first result in it came; the same file must not say otherwise either. */
    private Optional<Function<BenchmarkFileMessages, String>> misfit(ReadResult result,
            Map<String, Map<String, Metric>> known) {
        Result row = result.result().result();
        Metric given = result.benchmark().metric(row.metric()).orElseThrow();
        Metric here = known.computeIfAbsent(result.benchmark().slug(), this::metrics)
                .computeIfAbsent(given.name(), name -> given);
        if (!given.unit().isEmpty() && !given.unit().equals(here.unit())) {
            return Optional.of(words -> here.unit().isEmpty() ? words.unknownUnit(given.unit(), given.name())
                    : words.otherUnit(given.unit(), given.name(), here.unit()));
        }
        return here.holds(row.value()) ? Optional.empty() : Optional.of(ImportSheet.outside(here, row.value()));
    }

    /** How many of the file's records were new. */
    private long add(List<ReadResult> read, Map<String, String> slugs, Map<String, Map<String, Metric>> known) {
        return read.stream().collect(Collectors.groupingBy(result -> result.benchmark().slug(), LinkedHashMap::new,
                Collectors.toList())).values().stream().mapToLong(of -> {
                    Map<String, Metric> metrics = known.get(of.get(0).benchmark().slug());
                    List<NewResult> named = of.stream()
                            .map(result -> storable(result, slugs.get(named(result)), metrics)).toList();
                    // Of two equal results the second is a duplicate of the first.
                    Set<NewResult> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
                    fresh.addAll(results.add(merged(of), named));
                    return IntStream.range(0, of.size()).filter(i -> fresh.contains(named.get(i)))
                            .mapToLong(i -> of.get(i).records()).sum();
                }).sum();
    }

    private static NewResult storable(ReadResult read, String slug, Map<String, Metric> metrics) {
        Result result = read.result().result();
        double value = metrics.get(result.metric()).rounded(result.value());
        return new NewResult(result.ofModel(slug).withValue(value), read.result().records());
    }

    /** The benchmark with all metrics that its results name, and what is main in each scenario. */
    private static Benchmark merged(List<ReadResult> of) {
        Benchmark first = of.get(0).benchmark();
        Map<String, Metric> metrics = new LinkedHashMap<>();
        Map<String, String> main = new LinkedHashMap<>();
        of.forEach(result -> {
            result.benchmark().metrics().forEach(metric -> metrics.putIfAbsent(metric.name(), metric));
            result.benchmark().mainMetrics().forEach(main::putIfAbsent);
        });
        if (!ORDERED.contains(first.slug())) {
            of.forEach(read -> main.putIfAbsent(read.result().result().scenario(), read.result().result().metric()));
        }
        return new Benchmark(first.slug(), first.name(), first.version(), first.scenarios(),
                List.copyOf(metrics.values()), main);
    }
}
