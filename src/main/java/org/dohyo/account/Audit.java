package org.dohyo.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The audit trail: who changed what at the desk. */
@ApplicationScoped
public class Audit {

    private static final int PAGE = 500;

    private final AuditEntry.Repository entries;
    private final Clock clock;
    private final ObjectMapper json;

    Audit(AuditEntry.Repository entries, Clock clock, ObjectMapper json) {
        this.entries = entries;
        this.clock = clock;
        this.json = json;
    }

    public record Entry(long id, Instant at, String who, String action, String subject, JsonNode before,
            JsonNode after) {

        /** The changed members by name; a value that is no object counts as one member without a name. */
        public List<Difference> differences() {
            Set<String> fields = new TreeSet<>();
            Stream.of(before, after).filter(Objects::nonNull)
                    .forEach(node -> node.fieldNames().forEachRemaining(fields::add));
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
     * Records a change in the caller's transaction, so that both happen or neither.
     *
     * @param before the state before the change, without secrets, or null
     * @param after the state after it, without secrets, or null
     */
    @Transactional
    public void record(String who, String action, String subject, Object before, Object after) {
        entries.persist(AuditEntry.of(clock.instant(), who, action, subject, tree(before), tree(after)));
    }

    private JsonNode tree(Object state) {
        return state == null ? null : json.valueToTree(state);
    }

    /** Hands over the entries of a time, the oldest first. One page at a time is in memory, each read by itself. */
    void between(Instant from, Instant to, Consumer<List<Entry>> pages) {
        long after = 0;
        List<Entry> page;
        do {
            long last = after;
            page = QuarkusTransaction.requiringNew().call(() -> entries.between(from, to, last, PAGE));
            if (!page.isEmpty()) {
                pages.accept(page);
                after = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
    }

    /** The newest {@code limit} entries with an id below {@code before}. */
    @Transactional
    List<Entry> newest(long before, int limit) {
        return entries.newest(before, limit);
    }
}
