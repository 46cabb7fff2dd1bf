package org.dohyo.project.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.people.Member;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The queue's statements, in the caller's transaction; decision 60 says why they are no entities'. */
@ApplicationScoped
class QueueRows {

    // One sweep of a project at a time, so that two can't wait for each other's items.
    private static final String SWEEPER = "select pg_try_advisory_xact_lock(hashtext('dohyo.project-sweep'), :key)";
    private static final String SWEEP = """
            with ended as (
                delete from project_assignment where id in (
                    select id from project_assignment where project_id = :project and state = 'reserved' and until < :now
                    order by until limit 100 for update skip locked)
                returning item_id, kind)
            update project_item i set taken = i.taken - e.count
            from (select item_id, count(*) as count from ended where kind = 'plain' group by item_id) e
            where i.id = e.item_id""";
    private static final String OPEN = """
            select i.id, i.prompt_id, i.model_a, i.model_b, i.place from project_item i
            where i.project_id = :project and i.taken < i.wanted and i.known is null and i.place > :after and not exists (
                select from project_assignment a where a.member_id = :member and a.item_id = i.id)
            order by i.place limit 1""";
    // Until the tables have statistics, the planner takes all open items to be a few, reads and sorts them.
    private static final String IN_ORDER = """
            select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)""";
    private static final String LOCKED = " for update of i";
    private static final String GOLD = """
            select i.id, i.prompt_id, i.model_a, i.model_b, i.place from project_item i
            where i.project_id = :project and i.known is not null and not exists (
                select from project_assignment a where a.member_id = :member and a.item_id = i.id)
            order by random() limit 1""";
    private static final String JUDGED = """
            select i.id, i.prompt_id, i.model_a, i.model_b, i.place, a.swapped
            from project_assignment a join project_item i on i.id = a.item_id
            where a.member_id = :member and a.kind = 'plain' and a.state = 'judged' and i.known is null and not exists (
                select from project_assignment r where r.member_id = :member and r.item_id = a.item_id
                    and r.kind = 'repeat')
            order by a.decided_at limit :count""";
    private static final String TAKE = "update project_item set taken = taken + :by where id = :item";
    private static final String BALANCES = """
            select model_id, balance from project_side where member_id = :member and model_id in (:a, :b)""";
    private static final String SHOWN = """
            insert into project_side (member_id, model_id, balance) values (:member, :left, 1), (:member, :right, -1)
            on conflict (member_id, model_id) do update set balance = project_side.balance + excluded.balance""";

    private final Jdbi jdbi;

    QueueRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An item that was given out. */
    record Taken(long id, long prompt, long modelA, long modelB, int place) {
    }

    /** @param swapped as the annotator saw it the first time */
    record Again(Taken item, boolean swapped) {
    }

    /** Frees the items of reservations that have run out. */
    void sweep(long project, Instant now) {
        jdbi.useHandle(handle -> {
            if (handle.createQuery(SWEEPER).bind("key", Long.hashCode(project)).mapTo(Boolean.class).one()) {
                handle.createUpdate(SWEEP).bind("project", project).bind("now", now).execute();
            }
        });
    }

    /**
     * Takes the next item behind the annotator's place in the plan that others don't hold just now; behind the last one
     * it begins again, and then waits for others.
     */
    Optional<Taken> take(Member member) {
        return jdbi.withHandle(handle -> {
            handle.execute(IN_ORDER);
            Optional<Taken> item = open(handle, OPEN + LOCKED + " skip locked", member, member.cursorPlace)
                    .or(() -> open(handle, OPEN + LOCKED, member, 0));
            item.ifPresent(one -> handle.createUpdate(TAKE).bind("item", one.id).bind("by", 1).execute());
            return item;
        });
    }

    private static Optional<Taken> open(Handle handle, String query, Member member, int after) {
        return handle.createQuery(query).bind("project", member.projectId).bind("after", after)
                .bind("member", member.id)
                .map((row, context) -> taken(row)).findOne();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(row.getLong("id"), row.getLong("prompt_id"), row.getLong("model_a"), row.getLong("model_b"),
                row.getInt("place"));
    }

    /** True if the annotator can still get an ordinary item. */
    boolean anyOpen(Member member) {
        return jdbi.withHandle(handle -> {
            handle.execute(IN_ORDER);
            return open(handle, OPEN, member, member.cursorPlace).or(() -> open(handle, OPEN, member, 0)).isPresent();
        });
    }

    /** One of the items with a known answer that the annotator hasn't had, by chance. */
    Optional<Taken> gold(Member member) {
        return jdbi.withHandle(handle -> handle.createQuery(GOLD).bind("project", member.projectId)
                .bind("member", member.id).map((row, context) -> taken(row)).findOne());
    }

    /** The item that the annotator judged longest ago and once, if as many others were judged since. */
    Optional<Again> again(Member member, int since) {
        List<Again> judged = jdbi.withHandle(handle -> handle.createQuery(JUDGED).bind("member", member.id)
                .bind("count", since + 1)
                .map((row, context) -> new Again(taken(row), row.getBoolean("swapped"))).list());
        return judged.stream().limit(Math.max(0, judged.size() - since)).findFirst();
    }

    /** Gives an item back, so that somebody else can have it. */
    void giveBack(long item) {
        jdbi.useHandle(handle -> handle.createUpdate(TAKE).bind("item", item).bind("by", -1).execute());
    }

    /** By how much more often the annotator has seen the first model on the side A than the second. */
    int lead(long member, long modelA, long modelB) {
        Map<Long, Integer> balances = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(BALANCES).bind("member", member).bind("a", modelA)
                .bind("b", modelB).map((row, context) -> Map.entry(row.getLong(1), row.getInt(2)))
                .forEach(entry -> balances.put(entry.getKey(), entry.getValue())));
        return balances.getOrDefault(modelA, 0) - balances.getOrDefault(modelB, 0);
    }

    void shown(long member, long left, long right) {
        jdbi.useHandle(handle -> handle.createUpdate(SHOWN).bind("member", member).bind("left", left)
                .bind("right", right).execute());
    }
}
