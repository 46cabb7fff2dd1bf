package org.dohyo.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;

/** Takes results in: the one way in which any of them is stored. */
@ApplicationScoped
public class Results {

    // One writer at a time: two files that name the same new scenarios don't meet at a unique key, nor take a position twice.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('dohyo.benchmark-results'))";

    private static final String BENCHMARK = """
            insert into benchmark (slug, name, version, created_at) values (?, ?, ?, now()) on conflict (slug) do nothing""";

    // New ones come after those that are there; the last place is looked up once, not for each.
    private static final String SCENARIOS = """
            with known as (
              select b.id, coalesce(max(s.position), 0) as last from benchmark b
              left join benchmark_scenario s on s.benchmark_id = b.id where b.slug = ? group by b.id)
            insert into benchmark_scenario (benchmark_id, name, position)
            select known.id, given.name, known.last + given.place
            from known, unnest(?::text[]) with ordinality as given (name, place)
            order by given.place on conflict do nothing""";

    private static final String METRICS = """
            with known as (
              select b.id, coalesce(max(m.position), 0) as last from benchmark b
              left join benchmark_metric m on m.benchmark_id = b.id where b.slug = ? group by b.id)
            insert into benchmark_metric (benchmark_id, name, unit, low, high, higher_is_better, position)
            select known.id, given.name, given.unit, given.low, given.high, given.better, known.last + given.place
            from known, rows from (jsonb_to_recordset(?::jsonb) as
              (name text, unit text, low double precision, high double precision, better boolean))
              with ordinality as given (name, unit, low, high, better, place)
            order by given.place on conflict do nothing""";

    private static final String RESULTS = """
            insert into benchmark_result (hash, benchmark_id, model_id, scenario, metric, value, standard_error, n, source,
              settings, measured_at)
            select distinct on (given.hash) decode(given.hash, 'hex'), b.id, model.id, given.scenario, given.metric,
              given.value, given.error, given.n, given.source, given.settings, given.at
            from benchmark b, jsonb_to_recordset(?::jsonb) as given (hash text, model text, scenario text, metric text,
              value double precision, error double precision, n bigint, source text, settings jsonb, at timestamptz)
            join model_summary model on model.slug = given.model
            where b.slug = ? order by given.hash
            on conflict (hash) do nothing returning encode(hash, 'hex')""";

    private static final String RECORDS = """
            insert into benchmark_record (result_id, position, content)
            select r.id, given.position, given.content
            from json_to_recordset(?::json) as given (hash text, position integer, content json)
            join benchmark_result r on r.hash = decode(given.hash, 'hex')""";

    private final AgroalDataSource database;
    private final Clock clock;

    Results(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores results in the caller's transaction, or in one of its own: all of them or none. The benchmark, its scenarios
     * and metrics are made where they are new; those that exist stay as they are.
     *
     * @param results of registered models, in metrics that the benchmark names here or has already
     * @return those that were not there before; the others say nothing new
     * @throws IllegalArgumentException if a model isn't registered
     */
    @Transactional
    public List<NewResult> add(Benchmark benchmark, List<NewResult> results) {
        List<StoredForm> forms = results.stream().map(result -> StoredForm.of(benchmark.slug(), result, clock.instant()))
                .toList();
        try (Connection connection = database.getConnection()) {
            checkModels(connection, results);
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.execute();
            }
            update(connection, BENCHMARK, benchmark.slug(), benchmark.name(), benchmark.version());
            scenarios(connection, benchmark, results);
            update(connection, METRICS, benchmark.slug(), StoredForm.metrics(benchmark.metrics()));
            Set<String> fresh = stored(connection, benchmark, forms);
            // Of two alike in one list the first is the new one.
            List<StoredForm> added = forms.stream().filter(form -> fresh.remove(form.hash())).toList();
            update(connection, RECORDS, StoredForm.records(added));
            return added.stream().map(StoredForm::result).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("results can't be stored", e);
        }
    }

    private static void checkModels(Connection connection, List<NewResult> results) throws SQLException {
        String sql = "select given from unnest(?::text[]) as given where not exists (select from model_summary where slug = given)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text",
                    results.stream().map(result -> result.result().model()).distinct().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    throw new IllegalArgumentException("no model " + rows.getString(1) + " is registered");
                }
            }
        }
    }

    private static void scenarios(Connection connection, Benchmark benchmark, List<NewResult> results) throws SQLException {
        Object[] names = Stream
                .concat(benchmark.scenarios().stream(), results.stream().map(result -> result.result().scenario()))
                .distinct().toArray();
        try (PreparedStatement insert = connection.prepareStatement(SCENARIOS)) {
            insert.setString(1, benchmark.slug());
            insert.setArray(2, connection.createArrayOf("text", names));
            insert.executeUpdate();
        }
    }

    private static Set<String> stored(Connection connection, Benchmark benchmark, List<StoredForm> forms) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RESULTS)) {
            insert.setString(1, StoredForm.results(forms));
            insert.setString(2, benchmark.slug());
            Set<String> fresh = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getString(1));
                }
            }
            return fresh;
        }
    }

    private static void update(Connection connection, String sql, String... texts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.length; i++) {
                update.setString(i + 1, texts[i]);
            }
            update.executeUpdate();
        }
    }
}
