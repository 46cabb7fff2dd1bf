package org.dohyo.leaderboard.count;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dohyo.rating.VoterVotes;
import org.dohyo.vote.LogEntry;
import org.jdbi.v3.core.Handle;

/**
 * The voters whose votes are counted by voter: those who have cast more than {@value #FEW} votes, counted or not. The
 * votes of all others weigh one each. Whoever becomes frequent has the earlier votes counted once.
 */
public final class FrequentVoters {

    /** Half of the cap, so that nobody's votes weigh less before they are counted. */
    public static final int FEW = VoterVotes.CAP / 2;

    /** From so many voters in a batch on, which only imports have, it pays to remember them. */
    private static final int MANY = 200;

    // Each voter by itself: with joins the planner may read whole tables for a large batch.
    private static final String VOTES = """
            select asked.voter_tag, known.voter_tag is not null as known, coalesce(cast_ever.votes, 0) as votes
            from unnest(:voters) as asked (voter_tag)
            left join lateral (select f.voter_tag from frequent_voter f where f.voter_tag = asked.voter_tag offset 0) known on true
            left join lateral (select count(*) as votes
                from (select from tagged_vote v where v.voter_tag = asked.voter_tag limit %d + 1) as first_votes) cast_ever
                on known.voter_tag is null"""
            .formatted(FEW);

    private static final String ADD = "insert into frequent_voter (voter_tag) select unnest(:voters)";

    private static final String COUNT = """
            insert into voter_pair_count (category, voter_tag, first, second, first_wins, second_wins, ties, both_bad)
            select category, asked.voter_tag, least(model_a, model_b), greatest(model_a, model_b), %s
            from unnest(:voters) as asked (voter_tag)
            cross join lateral (select id from tagged_vote v where v.voter_tag = asked.voter_tag offset 0) as vote
            cross join lateral (select * from entry_of_vote l where l.vote_id = vote.id and l.position < :before and l.sign <> 0
                offset 0) as entry
            cross join lateral unnest(entry.categories) as category
            group by 1, 2, 3, 4"""
            .formatted(CategoryCounts.SUMS);

    private final Handle handle;
    private final KnownVoters known;
    private final Set<CategoryCounts.Tag> frequent = new HashSet<>();
    private final Set<CategoryCounts.Tag> fresh = new HashSet<>();

    private FrequentVoters(Handle handle, KnownVoters known) {
        this.handle = handle;
        this.known = known;
    }

    /**
     * Returns those who cast the votes of a batch, and counts the earlier votes of those who have become frequent.
     *
     * @param entries the log's newest
     */
    static Set<CategoryCounts.Tag> among(List<LogEntry> entries, Handle handle, CountTables tables) {
        Map<CategoryCounts.Tag, Integer> voters = new HashMap<>();
        for (LogEntry entry : entries) {
            if (entry.sign() != 0) {
                voters.merge(new CategoryCounts.Tag(entry.voterTag()), 1, Integer::sum);
            }
        }
        FrequentVoters batch = new FrequentVoters(handle, tables.voters(voters.size() >= MANY));
        batch.lookUp(batch.unknown(voters));
        batch.count(entries.get(0).position());
        return batch.frequent;
    }

    /** Those of whom it isn't known whether they are frequent. */
    private Set<CategoryCounts.Tag> unknown(Map<CategoryCounts.Tag, Integer> voters) {
        if (known == null) {
            return voters.keySet();
        }
        Set<CategoryCounts.Tag> unknown = new HashSet<>();
        voters.forEach((voter, votes) -> {
            switch (known.add(voter, votes)) {
                case FREQUENT -> frequent.add(voter);
                case UNKNOWN -> unknown.add(voter);
                case SELDOM -> {
                }
            }
        });
        return unknown;
    }

    private void lookUp(Set<CategoryCounts.Tag> voters) {
        if (voters.isEmpty()) {
            return;
        }
        handle.createQuery(VOTES).bind("voters", CategoryCounts.Tag.array(voters)).map((row, context) -> {
            CategoryCounts.Tag voter = new CategoryCounts.Tag(row.getBytes(1));
            take(voter, row.getBoolean(2), row.getInt(3));
            return voter;
        }).list();
    }

    private void take(CategoryCounts.Tag voter, boolean counted, int votes) {
        boolean many = votes > FEW;
        if (counted || many) {
            frequent.add(voter);
        }
        if (many) {
            fresh.add(voter);
        }
        if (known != null) {
            known.put(voter, frequent.contains(voter) ? KnownVoters.FREQUENT : votes);
        }
    }

    private void count(long before) {
        if (!fresh.isEmpty()) {
            handle.createUpdate(ADD).bind("voters", CategoryCounts.Tag.array(fresh)).execute();
            handle.createUpdate(COUNT).bind("voters", CategoryCounts.Tag.array(fresh)).bind("before", before).execute();
        }
    }
}
