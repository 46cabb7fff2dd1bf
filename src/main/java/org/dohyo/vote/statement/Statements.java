package org.dohyo.vote.statement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogLeaf;
import org.jdbi.v3.core.Jdbi;

/**
 * The arena's statements in its log, each queued in the transaction of what it states. A subject, such as a model, is
 * stated when its state is another than the one last stated; {@code statement_made} remembers that, so that replicas
 * don't state anything twice.
 */
@ApplicationScoped
public class Statements {

    private static final String GIVEN = "unnest(cast(:subjects as text[]), cast(:states as text[])) as g (subject, state)";

    private static final String DIFFER = """
            select exists (select from %s where not exists (
                select from statement_made m where m.subject = g.subject and m.state = g.state))""".formatted(GIVEN);

    /** The system column xmax is 0 in a row that was inserted. */
    private static final String CHANGE = """
            insert into statement_made as made (subject, state, at)
            select g.subject, g.state, cast(:now as timestamptz) from %s
            where not exists (select from statement_made m where m.subject = g.subject and m.state = g.state)
            order by g.subject
            on conflict (subject) do update set state = excluded.state, at = excluded.at
                where made.state <> excluded.state and made.at <= cast(:before as timestamptz)
            returning subject, xmax = 0 as first""".formatted(GIVEN);

    private static final String QUEUE = """
            insert into statement_queue (kind, leaf, at)
            select s.kind, s.leaf, cast(:now as timestamptz)
            from unnest(cast(:kinds as text[]), cast(:leaves as text[])) with ordinality as s (kind, leaf, place)
            order by s.place""";

    private final Jdbi jdbi;
    private final Clock clock;

    Statements(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param members beside kind and time */
    public record Statement(EntryKind kind, Map<String, Object> members) {
    }

    /** True if one of these subjects, at least, has another state than the one last stated. */
    boolean differ(Map<String, String> states) {
        return jdbi.withHandle(handle -> handle.createQuery(DIFFER)
                .bindArray("subjects", String.class, List.copyOf(states.keySet()))
                .bindArray("states", String.class, List.copyOf(states.values())).mapTo(Boolean.class).one());
    }

    /**
     * Notes the states as stated, in the transaction in progress, which is to queue statements of them.
     *
     * @param states by subject
     * @param pause the least time between two statements about a subject
     * @return the subjects to be stated, in order; true for those that never were
     */
    public Map<String, Boolean> change(Map<String, String> states, Duration pause) {
        Instant now = clock.instant();
        Map<String, Boolean> changed = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(CHANGE)
                .bindArray("subjects", String.class, List.copyOf(states.keySet()))
                .bindArray("states", String.class, List.copyOf(states.values()))
                .bind("now", now).bind("before", now.minus(pause))
                .map((row, context) -> Map.entry(row.getString(1), row.getBoolean(2)))
                .forEach(subject -> changed.put(subject.getKey(), subject.getValue())));
        return changed;
    }

    /** Queues statements in the transaction in progress. */
    public void queue(List<Statement> statements) {
        Instant now = clock.instant();
        List<String> kinds = statements.stream().map(statement -> statement.kind().name()).toList();
        List<String> leaves = statements.stream().map(statement -> leaf(statement, now)).toList();
        jdbi.useHandle(handle -> handle.createUpdate(QUEUE).bindArray("kinds", String.class, kinds)
                .bindArray("leaves", String.class, leaves).bind("now", now).execute());
    }

    static String leaf(Statement statement, Instant time) {
        Map<String, Object> members = new HashMap<>(statement.members());
        members.put("kind", statement.kind().name());
        members.put("time", time.getEpochSecond());
        return LogLeaf.canonical(members);
    }
}
