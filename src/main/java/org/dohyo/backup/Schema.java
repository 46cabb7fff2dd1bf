package org.dohyo.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from PostgreSQL's catalogue how the arena's tables are made; only those of the connection's own schema. */
final class Schema {

    static final String HISTORY = "flyway_schema_history";

    private static final String TABLES = """
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum""";

    private static final String REFERENCES = """
            select child.relname, parent.relname from pg_constraint k join pg_class child on child.oid = k.conrelid
            join pg_class parent on parent.oid = k.confrelid
            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and child.oid <> parent.oid""";

    private static final String SEQUENCES = """
            select sequencename, last_value from pg_sequences
            where schemaname = current_schema() and last_value is not null order by sequencename""";

    private static final String VERSION = "select version from " + HISTORY
            + " where success and version is not null order by installed_rank desc limit 1";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** True if the schema has no table at all. */
    boolean isEmpty() throws SQLException {
        return columns().isEmpty();
    }

    /** The version of the newest migration; empty where no arena has ever started. */
    Optional<String> version() throws SQLException {
        if (!columns().containsKey(HISTORY)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(VERSION)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** The columns of each table but Flyway's own; a table stands after those that it refers to. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> left = columns();
        left.remove(HISTORY);
        Map<String, Set<String>> references = references();
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            List<String> next = left.keySet().stream()
                    .filter(table -> ordered.keySet().containsAll(references.getOrDefault(table, Set.of()))).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left.keySet());
            }
            next.forEach(table -> ordered.put(table, left.remove(table)));
        }
        return ordered;
    }

    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    private Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return columns;
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references.computeIfAbsent(rows.getString(1), table -> new LinkedHashSet<>()).add(rows.getString(2));
            }
        }
        return references;
    }
}
