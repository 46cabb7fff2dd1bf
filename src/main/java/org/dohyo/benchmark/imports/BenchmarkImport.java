package org.dohyo.benchmark.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultModels;
import org.dohyo.benchmark.Results;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Stores what was read, whole or not at all, each result once, however often it comes. */
@ApplicationScoped
public class BenchmarkImport {

    /** The largest file that is taken holds some 600,000 results. */
    private static final int LONGEST_SECONDS = 600;

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

    /** Counts the records of a file by outcome. */
    public record Report(long read, long imported, long duplicates) {
    }

    /**
     * @param model the slug that all results are of; null where the results name their models
     * @throws InvalidResultsException if a model isn't known, or a value doesn't fit what its metric is here already
     */
    @Transactional(rollbackOn = InvalidResultsException.class)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Report store(List<ReadResult> read, String model, String who) throws InvalidResultsException {
        List<ImportError> errors = new ArrayList<>();
        Map<String, String> slugs = slugs(read, model, errors);
        Map<String, Map<String, Metric>> known = new TreeMap<>();
        read.stream().map(result -> result.benchmark().slug()).distinct()
                .forEach(slug -> known.put(slug, metrics(benchmarks.find(slug))));
        read.forEach(result -> misfit(result, known)
                .ifPresent(reason -> errors.add(new ImportError(result.place(), reason))));
        if (!errors.isEmpty()) {
            throw new InvalidResultsException(errors.subList(0, Math.min(ImportSheet.MOST_ERRORS, errors.size())));
        }
        long records = read.stream().mapToLong(ReadResult::records).sum();
        long imported = add(read, model, slugs);
        Report report = new Report(records, imported, records - imported);
        audit.record(who, "import", "benchmark:" + String.join(",", known.keySet()), null, report);
        return report;
    }

    private Map<String, String> slugs(List<ReadResult> read, String model, List<ImportError> errors) {
        Map<String, String> places = new LinkedHashMap<>();
        read.forEach(result -> places.putIfAbsent(Objects.requireNonNullElse(named(result), ""), result.place()));
        if (model != null) {
            if (!model.equals(models.slugs(List.of(model)).get(model))) {
                errors.add(new ImportError("?model", "is no registered model: " + model));
            }
            if (places.size() > 1) {
                errors.add(
                        new ImportError("?model", "names one model, but the file has results of " + places.size() + ": "
                                + places.keySet().stream().limit(5).collect(Collectors.joining(", "))));
            }
            return Map.of();
        }
        Map<String, String> slugs = models.slugs(places.keySet());
        places.forEach((name, place) -> {
            if (!slugs.containsKey(name)) {
                errors.add(new ImportError(place, name.isEmpty() ? "names no model; say it by the parameter model"
                        : "the model is not known here: " + name
                                + "; map the name, or say the slug by the parameter model"));
            }
        });
        return slugs;
    }

    private static String named(ReadResult result) {
        return result.result().result().model();
    }

    private static Map<String, Metric> metrics(Optional<Benchmark> benchmark) {
        return benchmark.map(Benchmark::metrics).orElse(List.of()).stream()
                .collect(Collectors.toMap(Metric::name, m -> m));
    }

    /** A metric is what it was when the first result in it came; the same file must not say otherwise either. */
    private static Optional<String> misfit(ReadResult result, Map<String, Map<String, Metric>> known) {
        Result row = result.result().result();
        Metric given = result.benchmark().metric(row.metric()).orElseThrow();
        Metric here = known.get(result.benchmark().slug()).computeIfAbsent(given.name(), name -> given);
        if (!given.unit().isEmpty() && !given.unit().equals(here.unit())) {
            return Optional.of("is in " + given.unit() + ", but " + given.name() + " is in "
                    + (here.unit().isEmpty() ? "no known unit" : here.unit()) + " here");
        }
        return ImportSheet.outside(here, row.value());
    }

    /** How many of the file's records were new. */
    private long add(List<ReadResult> read, String model, Map<String, String> slugs) {
        return read.stream().collect(Collectors.groupingBy(result -> result.benchmark().slug(), LinkedHashMap::new,
                Collectors.toList())).values().stream().mapToLong(of -> {
                    List<NewResult> named = of.stream()
                            .map(result -> ofModel(result, model == null ? slugs.get(named(result)) : model)).toList();
                    // Of two equal results the second is a duplicate of the first.
                    Set<NewResult> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
                    fresh.addAll(results.add(merged(of), named));
                    return IntStream.range(0, of.size()).filter(i -> fresh.contains(named.get(i)))
                            .mapToLong(i -> of.get(i).records()).sum();
                }).sum();
    }

    private static NewResult ofModel(ReadResult read, String slug) {
        return new NewResult(read.result().result().ofModel(slug), read.result().records());
    }

    /** The benchmark with all metrics that its results name. */
    private static Benchmark merged(List<ReadResult> of) {
        Benchmark first = of.get(0).benchmark();
        Map<String, Metric> metrics = new LinkedHashMap<>();
        of.forEach(
                result -> result.benchmark().metrics().forEach(metric -> metrics.putIfAbsent(metric.name(), metric)));
        return new Benchmark(first.slug(), first.name(), first.version(), first.scenarios(),
                List.copyOf(metrics.values()));
    }
}
