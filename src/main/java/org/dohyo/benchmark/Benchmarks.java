package org.dohyo.benchmark;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.agroal.api.AgroalDataSource;

/** Benchmarks and their results as they are stored. */
@ApplicationScoped
public class Benchmarks {

    private static final String BENCHMARKS = """
            select b.slug, b.name, b.version,
              array(select name from benchmark_scenario s where s.benchmark_id = b.id order by position) as scenarios,
              (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'unit', unit, 'low', low, 'high', high,
                 'higherIsBetter', higher_is_better) order by position), '[]')
               from benchmark_metric m where m.benchmark_id = b.id) as metrics
            from benchmark b where ? is null or b.slug = ? order by b.name, b.slug""";

    private static final String COLUMNS = "r.id, m.slug as model, r.scenario, r.metric, r.value, r.standard_error, r.n, r.source, "
            + "r.settings, r.measured_at";

    private static final String NEWEST = "select distinct on (r.model_id, r.scenario, r.metric) " + COLUMNS + """
             from benchmark b join benchmark_result r on r.benchmark_id = b.id join model_summary m on m.id = r.model_id
            where b.slug = ? and (? is null or r.scenario = ?) and (? is null or r.metric = ?)
            order by r.model_id, r.scenario, r.metric, coalesce(r.settings ->> 'ownQuestions', 'false'),
              r.measured_at desc, r.id desc""";

    private static final String HISTORY = "select " + COLUMNS + """
             from benchmark b join benchmark_result r on r.benchmark_id = b.id join model_summary m on m.id = r.model_id
            where b.slug = ? and r.scenario = ? and m.slug = ?
            order by coalesce(r.settings ->> 'ownQuestions', 'false'), r.measured_at desc, r.id desc limit ?""";

    private static final String RECORDS = """
            select result_id, content from benchmark_record
            where result_id = any (?) and position >= ? and position < ? order by result_id, position""";

    private static final String EXTENTS = """
            select b.slug, count(*) as results, count(distinct r.model_id) as models, max(r.measured_at) as newest
            from benchmark b join benchmark_result r on r.benchmark_id = b.id group by b.slug""";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Benchmarks(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param id by which its raw records are found */
    public record Stored(long id, Result result) {
    }

    /** How much there is of a benchmark, older results included. */
    public record Extent(String benchmark, long results, int models, Instant newest) {

        public String day() {
            return newest.toString().substring(0, "2026-01-01".length());
        }
    }

    /** By slug; a benchmark without a result is not in it. */
    public Map<String, Extent> extents() {
        return query(EXTENTS, row -> new Extent(row.getString("slug"), row.getLong("results"), row.getInt("models"),
                row.getObject("newest", OffsetDateTime.class).toInstant())).stream()
                .collect(Collectors.toMap(Extent::benchmark, extent -> extent));
    }

    public List<Benchmark> all() {
        return benchmarks(null);
    }

    public Optional<Benchmark> find(String slug) {
        return benchmarks(slug).stream().findFirst();
    }

    /** Rises with each result that is stored: writers come one after another, so none is seen late. */
    public long version() {
        return query("select coalesce(max(id), 0) from benchmark_result", row -> row.getLong(1)).get(0);
    }

    /**
     * The newest result of each model in each scenario and metric. One on this arena's own questions, which are not the
     * benchmark's original, counts only where there is no other.
     */
    public List<Result> newest(String benchmark) {
        return newest(benchmark, null, null);
    }

    /** The newest result of each model there. */
    public List<Result> newest(String benchmark, String scenario, String metric) {
        return query(NEWEST, row -> stored(row).result(), benchmark, scenario, scenario, metric, metric);
    }

    /** All results of a model in a scenario, the newest first; those on this arena's own questions come last. */
    public List<Stored> history(String benchmark, String scenario, String model, int most) {
        return query(HISTORY, this::stored, benchmark, scenario, model, most);
    }

    /** What results were computed from, by their ids; of each from a position on, at most so many. */
    public Map<Long, List<ObjectNode>> records(List<Long> results, int from, int most) {
        record Found(long result, ObjectNode content) {
        }
        return query(RECORDS, row -> new Found(row.getLong(1), read(row.getString(2), ObjectNode.class)),
                results.toArray(Long[]::new), from, from + most).stream()
                .collect(Collectors.groupingBy(Found::result, Collectors.mapping(Found::content, Collectors.toList())));
    }

    private List<Benchmark> benchmarks(String slug) {
        return query(BENCHMARKS, row -> new Benchmark(row.getString("slug"), row.getString("name"), row.getString("version"),
                texts(row.getArray("scenarios")), List.of(read(row.getString("metrics"), Metric[].class))), slug, slug);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getLong("id"),
                new Result(row.getString("model"), row.getString("scenario"), row.getString("metric"),
                        row.getDouble("value"), row.getObject("standard_error", Double.class), row.getObject("n", Long.class),
                        ResultSource.valueOf(row.getString("source")), read(row.getString("settings"), ObjectNode.class),
                        row.getObject("measured_at", OffsetDateTime.class).toInstant()));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored of a benchmark can't be read", e);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> read, Object... parameters) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                // A null has no type of its own.
                if (parameters[i] == null || parameters[i] instanceof String) {
                    query.setString(i + 1, (String) parameters[i]);
                } else if (parameters[i] instanceof Long[] ids) {
                    query.setArray(i + 1, connection.createArrayOf("bigint", ids));
                } else {
                    query.setObject(i + 1, parameters[i]);
                }
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(read.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("benchmarks can't be read", e);
        }
    }
}
