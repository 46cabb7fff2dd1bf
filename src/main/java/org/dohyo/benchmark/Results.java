package org.dohyo.benchmark;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.Model;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores results: every run, import and entry goes through here. */
@ApplicationScoped
public class Results {

    // One writer at a time, so that two files with the same new scenarios neither violate a unique key nor use a
    // position twice.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('dohyo.benchmark-results'))";

    // Not through the entity's sets: Hibernate would delete and insert them whole, and results refer to their rows.
    private static final String SCENARIO = """
            insert into benchmark_scenario (benchmark_id, name, position, main_metric)
            values (:benchmark, :name, :position, :mainMetric)""";
    private static final String METRIC = """
            insert into benchmark_metric (benchmark_id, name, unit, low, high, higher_is_better, position)
            values (:benchmark, :name, :unit, :low, :high, :higherIsBetter, :position)""";

    private static final String RESULTS = """
            insert into benchmark_result (hash, benchmark_id, model_id, scenario, metric, value, standard_error, n, source,
              settings, measured_at)
            select distinct on (input.hash) decode(input.hash, 'hex'), :benchmark, input.model, input.scenario, input.metric,
              input.value, input.error, input.n, input.source, input.settings, input.at
            from jsonb_to_recordset(cast(:results as jsonb)) as input (hash text, model bigint, scenario text, metric text,
              value double precision, error double precision, n bigint, source text, settings jsonb, at timestamptz)
            order by input.hash on conflict (hash) do nothing returning encode(hash, 'hex')""";

    private static final String RECORDS = """
            insert into benchmark_record (result_id, position, content)
            select r.id, input.position, input.content
            from json_to_recordset(cast(:records as json)) as input (hash text, position integer, content json)
            join benchmark_result r on r.hash = decode(input.hash, 'hex')""";

    private final Jdbi jdbi;
    private final StoredBenchmark.Repository benchmarks;
    private final Model.Repository models;
    private final Clock clock;

    Results(Jdbi jdbi, StoredBenchmark.Repository benchmarks, Model.Repository models, Clock clock) {
        this.jdbi = jdbi;
        this.benchmarks = benchmarks;
        this.models = models;
        this.clock = clock;
    }

    /**
     * Stores results in the caller's transaction, or in one of its own: all of them or none. New benchmarks, scenarios
     * and metrics are added; existing ones stay as they are.
     *
     * @param results of registered models, in metrics that the benchmark declares here or already has
     * @return those that are new
     * @throws IllegalArgumentException if a model isn't registered
     */
    @Transactional
    public List<NewResult> add(Benchmark benchmark, List<NewResult> results) {
        Map<String, Long> ids = modelIds(results.stream().map(result -> result.result().model()).distinct().toList());
        Instant now = clock.instant();
        List<StoredForm> forms = results.stream().map(result -> StoredForm.of(benchmark.slug(), result, now)).toList();
        return jdbi.withHandle(handle -> {
            handle.execute(LOCK);
            StoredBenchmark stored = extended(handle, benchmark, results, now);
            Set<String> fresh = insert(handle, stored.id, StoredForm.results(forms, ids));
            // Of two equal results in one list, the first counts as new.
            List<StoredForm> added = forms.stream().filter(form -> fresh.remove(form.hash())).toList();
            handle.createUpdate(RECORDS).bind("records", StoredForm.records(added)).execute();
            return added.stream().map(StoredForm::result).toList();
        });
    }

    private Map<String, Long> modelIds(List<String> slugs) {
        Map<String, Long> ids = new LinkedHashMap<>();
        models.list("slug in ?1", slugs).forEach(model -> ids.put(model.slug, model.id));
        slugs.stream().filter(slug -> !ids.containsKey(slug)).findFirst().ifPresent(slug -> {
            throw new IllegalArgumentException("no model " + slug + " is registered");
        });
        return ids;
    }

    private StoredBenchmark extended(Handle handle, Benchmark benchmark, List<NewResult> results, Instant now) {
        StoredBenchmark stored = benchmarks.bySlug(benchmark.slug()).orElse(null);
        if (stored == null) {
            stored = new StoredBenchmark();
            stored.slug = benchmark.slug();
            stored.name = benchmark.name();
            stored.version = benchmark.version();
            stored.createdAt = now;
            benchmarks.persist(stored);
        } else {
            // It may have been read before the lock was taken.
            benchmarks.getEntityManager().refresh(stored);
        }
        benchmarks.flush();
        List<String> scenarios = Stream.concat(benchmark.scenarios().stream(),
                results.stream().map(result -> result.result().scenario())).toList();
        insertEach(handle, SCENARIO, stored.id, stored.missingScenarios(scenarios, benchmark.mainMetrics()));
        insertEach(handle, METRIC, stored.id, stored.missingMetrics(benchmark.metrics()));
        benchmarks.getEntityManager().refresh(stored);
        return stored;
    }

    private static void insertEach(Handle handle, String statement, long benchmark, List<?> rows) {
        PreparedBatch batch = handle.prepareBatch(statement);
        rows.forEach(row -> batch.bind("benchmark", benchmark).bindMethods(row).add());
        batch.execute();
    }

    private static Set<String> insert(Handle handle, long benchmark, String rows) {
        return new HashSet<>(handle.createQuery(RESULTS).bind("benchmark", benchmark).bind("results", rows)
                .mapTo(String.class).list());
    }
}
