package org.dohyo.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Who changed what at the desk. */
@ApplicationScoped
public class Audit {

    private final DataSource database;
    private final Clock clock;
    private final ObjectMapper json;

    Audit(DataSource database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    public record Entry(long id, Instant at, String who, String action, String subject, JsonNode before, JsonNode after) {

        /** The members that changed, by name; what is no object is one member without a name. */
        public List<Difference> differences() {
            Set<String> fields = new TreeSet<>();
            Stream.of(before, after).filter(Objects::nonNull).forEach(node -> node.fieldNames().forEachRemaining(fields::add));
            if (fields.isEmpty()) {
                fields.add("");
            }
            return fields.stream().map(field -> new Difference(field, text(before, field), text(after, field)))
                    .filter(difference -> !difference.before().equals(difference.after())).toList();
        }

        private static String text(JsonNode node, String field) {
            JsonNode value = node == null || field.isEmpty() ? node : node.get(field);
            return value == null || value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
        }
    }

    /** One member before and after a change, as texts; empty where it had no value. */
    public record Difference(String field, String before, String after) {
    }

    /**
     * Keeps a trace of a change, in the caller's transaction: both happen or neither.
     *
     * @param before what it was, without secrets, or null
     * @param after what it is now, without secrets, or null
     */
    public void record(String who, String action, String subject, Object before, Object after) {
        String sql = "insert into audit_entry (at, who, action, subject, \"before\", \"after\") "
                + "values (?, ?, ?, ?, ?::jsonb, ?::jsonb)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, who);
            insert.setString(3, action);
            insert.setString(4, subject);
            insert.setString(5, before == null ? null : json.writeValueAsString(before));
            insert.setString(6, after == null ? null : json.writeValueAsString(after));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the audit trail can't be written", e);
        }
    }

    /** The newest entries with an id below {@code before}. */
    List<Entry> newest(long before, int limit) {
        String sql = "select * from audit_entry where id < ? order by id desc limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, before);
            query.setInt(2, limit);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the audit trail can't be read", e);
        }
    }

    private Entry entry(ResultSet row) throws SQLException, JsonProcessingException {
        return new Entry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                row.getString("action"), row.getString("subject"), tree(row.getString("before")),
                tree(row.getString("after")));
    }

    private JsonNode tree(String text) throws JsonProcessingException {
        return text == null ? null : json.readTree(text);
    }
}
