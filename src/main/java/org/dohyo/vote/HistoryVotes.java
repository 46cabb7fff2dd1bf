package org.dohyo.vote;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;

/** Adds imported votes, many at once, and queues them for the log. */
@ApplicationScoped
public class HistoryVotes {

    /** The most votes of a queued block, which is logged whole or not at all. */
    public static final int BLOCK = 500;

    private static final int MOST_CONTRADICTING = 10_000;

    private static final List<String> INSERTS = List.of(
            """
                    insert into vote (battle_id, id, voter_id, voter_tag, outcome, source, strength, categories, style_a, style_b,
                      counted, not_counted_reason, cast_at)
                    select battle_id, id, voter_id, voter_tag, outcome, source, strength, categories, style_a, style_b, blind,
                      case when not blind then 'not-blind' end, cast_at from (%s) as imported""",
            """
                    insert into import_queue (votes) select array_agg(id order by record)
                    from (select id, record, (row_number() over (order by record) - 1) / %d as block from (%%s) as imported) as numbered
                    group by block order by block"""
                    .formatted(BLOCK),
            """
                    insert into vote_without_voter as known (category, votes)
                    select category, count(*) from (%s) as imported cross join lateral unnest(categories) as category
                    where not voter_known and blind group by category
                    on conflict (category) do update set votes = known.votes + excluded.votes""");

    /**
     * Adds votes in the transaction of the handle; votes on battles that were not blind don't count.
     *
     * @param votes a query of {@code battle_id}, {@code id}, {@code voter_id}, {@code voter_tag}, {@code outcome},
     *        {@code source}, {@code strength}, {@code voter_known}, {@code categories}, {@code style_a},
     *        {@code style_b}, {@code blind}, {@code cast_at} and {@code record},
     *        the order in which they are logged
     */
    public void add(Handle handle, String votes) {
        INSERTS.forEach(insert -> handle.execute(insert.formatted(votes)));
    }

    /**
     * A record whose vote isn't the stored one; {@code first} is the record of that one, null if another file had it.
     */
    public record Contradicting(long record, Long first) {
    }

    /**
     * The records whose vote is stored with another outcome, at most 10,000, in their order.
     *
     * @param votes a query of {@code record}, {@code first}, {@code battle_id} and {@code outcome}, which is null for
     *        other models than those of the battle
     */
    public List<Contradicting> contradicting(Handle handle, String votes) {
        return handle.createQuery("""
                select record, first from (%s) as given join vote on vote.battle_id = given.battle_id
                where vote.outcome is distinct from given.outcome order by record limit %d"""
                .formatted(votes, MOST_CONTRADICTING))
                .map((row, context) -> new Contradicting(row.getLong("record"), row.getObject("first", Long.class)))
                .list();
    }
}
