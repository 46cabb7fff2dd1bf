package org.dohyo.leaderboard.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.VoterVotes;
import org.dohyo.vote.LogEntry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The counts and the online ratings, in the database and in memory; changed in the job's transaction. */
@ApplicationScoped
public class CountStore {

    // Those with more votes in a category than that, before the batch or after it.
    private static final String ABOVE = """
            select asked.category, asked.voter_tag from unnest(:category::text[], :voter, :added) as asked (category, voter_tag, added)
            cross join lateral (select coalesce(sum(first_wins + second_wins + ties + both_bad), 0) as votes from voter_pair_count c
                where c.category = asked.category and c.voter_tag = asked.voter_tag) as counted
            where greatest(votes, votes + added) > %d"""
            .formatted(VoterVotes.CAP);
    // Each voter by itself: with a join the planner may read the whole table for a large batch.
    private static final String OF_VOTERS = """
            select asked.category, asked.voter_tag, first, second, first_wins, second_wins, ties, both_bad
            from unnest(:category::text[], :voter) as asked (category, voter_tag)
            cross join lateral (select first, second, first_wins, second_wins, ties, both_bad from voter_pair_count c
                where c.category = asked.category and c.voter_tag = asked.voter_tag offset 0) as counted""";
    private static final String CATEGORIES = "select distinct category from pair_count order by category";
    // The newest entry that adds the vote last.
    private static final String GAINS = """
            select entry.vote_id, entry.categories, gain.gains from entry_of_vote entry join elo_gain gain on gain.position = entry.position
            where entry.vote_id = any(:votes) order by entry.position""";
    private static final String WRITE_RATINGS = """
            insert into elo_rating (category, model_id, rating)
            select * from unnest(:categories::text[], :models, :ratings)
            on conflict (category, model_id) do update set rating = excluded.rating""";
    private static final String WRITE_GAINS = """
            insert into elo_gain (position, gains) select position, (cast(:gains as float8[]))[last - size + 1 \\: last]
            from unnest(:positions, :sizes, :lasts) as replayed (position, size, last)""";

    private final Jdbi jdbi;
    private final CountTables tables;

    public CountStore(Jdbi jdbi, CountTables tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    /** The categories that have votes. */
    public List<String> categories() {
        return jdbi.withHandle(handle -> handle.createQuery(CATEGORIES).mapTo(String.class).list());
    }

    /**
     * Adds a batch to the counts. Of its voters, only those whose weight is limited have their weighted counts summed
     * anew.
     *
     * @param entries the log's newest
     */
    public void add(List<LogEntry> entries) {
        jdbi.useHandle(handle -> {
            CategoryCounts counts = CategoryCounts.of(entries, FrequentVoters.among(entries, handle, tables));
            VoterShares shares = shares(handle, counts);
            Map<CategoryCounts.Key, long[]> figures = figures(counts.pairs(), shares.sums());
            PairTable.ALL.add(handle, figures);
            PairTable.BY_VOTER.add(handle, counts.voterPairs());
            Map<String, CategoryTable> known = tables.inMemory();
            figures.forEach((key, deltas) -> {
                CategoryTable table = known.get(key.category());
                if (table != null) {
                    table.add(key.first(), key.second(), deltas);
                }
            });
        });
    }

    private static Map<CategoryCounts.Key, long[]> figures(Map<CategoryCounts.Key, long[]> plain,
            Map<CategoryCounts.Key, long[]> weighted) {
        Map<CategoryCounts.Key, long[]> figures = new HashMap<>();
        put(figures, plain, 0);
        put(figures, weighted, CategoryTable.WEIGHTED);
        return figures;
    }

    private static void put(Map<CategoryCounts.Key, long[]> figures, Map<CategoryCounts.Key, long[]> some, int place) {
        some.forEach((key, values) -> System.arraycopy(values, 0,
                figures.computeIfAbsent(key, unused -> new long[CategoryTable.FIGURES]), place, values.length));
    }

    private static VoterShares shares(Handle handle, CategoryCounts counts) {
        Set<CategoryCounts.Key> limited = limited(handle, counts);
        Map<CategoryCounts.Key, long[]> before = ofVoters(handle, limited);
        Map<CategoryCounts.Key, long[]> after = new HashMap<>(before);
        VoterShares shares = new VoterShares();
        counts.wholePairs().forEach(shares::takeWhole);
        counts.voterPairs().forEach((key, added) -> {
            if (limited.contains(key.ofVoter())) {
                after.merge(key, added, CountStore::sum);
            } else {
                shares.takeWhole(key, added);
            }
        });
        shares.take(before, -1);
        shares.take(after, 1);
        return shares;
    }

    /**
     * The frequent voters in the batch with more than {@link VoterVotes#CAP} votes in a category, before it or after
     * it: only their votes weigh less than one.
     */
    private static Set<CategoryCounts.Key> limited(Handle handle, CategoryCounts counts) {
        if (counts.voterPairs().isEmpty()) {
            return Set.of();
        }
        Map<CategoryCounts.Key, Long> added = new HashMap<>();
        counts.voterPairs().forEach((key, votes) -> added.merge(key.ofVoter(), LongStream.of(votes).sum(), Long::sum));
        List<CategoryCounts.Key> voters = List.copyOf(added.keySet());
        return handle.createQuery(ABOVE)
                .bind("category", voters.stream().map(CategoryCounts.Key::category).toArray(String[]::new))
                .bind("voter", CategoryCounts.tags(voters))
                .bind("added", voters.stream().mapToLong(added::get).toArray())
                .map((row, context) -> new CategoryCounts.Key(row.getString(1),
                        new CategoryCounts.Tag(row.getBytes(2)), 0, 0))
                .collect(Collectors.toSet());
    }

    private static long[] sum(long[] some, long[] more) {
        long[] sum = some.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    /** All counts of some voters, each in the key's category. */
    private static Map<CategoryCounts.Key, long[]> ofVoters(Handle handle, Collection<CategoryCounts.Key> keys) {
        Map<CategoryCounts.Key, long[]> counts = new HashMap<>();
        if (keys.isEmpty()) {
            return counts;
        }
        List<CategoryCounts.Key> voters = List.copyOf(keys);
        handle.createQuery(OF_VOTERS)
                .bind("category", voters.stream().map(CategoryCounts.Key::category).toArray(String[]::new))
                .bind("voter", CategoryCounts.tags(voters))
                .map((row, context) -> Map.entry(
                        new CategoryCounts.Key(row.getString(1), new CategoryCounts.Tag(row.getBytes(2)),
                                row.getLong(3),
                                row.getLong(4)),
                        new long[] { row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8) }))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Replays the entries, in log order, on the online ratings of all their categories. */
    public void carryElo(List<LogEntry> entries) {
        jdbi.useHandle(handle -> {
            EloReplay replay = new EloReplay(category -> tables.of(category).elo(), gains(handle, entries));
            entries.stream().filter(entry -> entry.sign() != 0).forEach(replay::add);
            writeRatings(handle, replay);
            writeGains(handle, replay);
        });
    }

    /** What A gained by the votes that some entries reverse, by vote. */
    private static Map<UUID, EloReplay.Gains> gains(Handle handle, List<LogEntry> entries) {
        UUID[] reversed = entries.stream().filter(entry -> entry.sign() < 0).map(LogEntry::voteId).toArray(UUID[]::new);
        Map<UUID, EloReplay.Gains> gains = new HashMap<>();
        if (reversed.length > 0) {
            handle.createQuery(GAINS).bind("votes", reversed)
                    .map((row, context) -> Map.entry(row.getObject(1, UUID.class), new EloReplay.Gains(
                            List.of((String[]) row.getArray(2).getArray()),
                            Stream.of((Double[]) row.getArray(3).getArray()).mapToDouble(gain -> gain).toArray())))
                    .forEach(vote -> gains.put(vote.getKey(), vote.getValue()));
        }
        return gains;
    }

    private static void writeRatings(Handle handle, EloReplay replay) {
        List<String> categories = new ArrayList<>();
        List<Long> models = new ArrayList<>();
        List<Double> ratings = new ArrayList<>();
        replay.changed().forEach((category, ofModels) -> ofModels.forEach((model, rating) -> {
            categories.add(category);
            models.add(model);
            ratings.add(rating);
        }));
        try (Update write = handle.createUpdate(WRITE_RATINGS)) {
            write.bind("categories", categories.toArray(String[]::new)).bind("models", models.toArray(Long[]::new))
                    .bind("ratings", ratings.toArray(Double[]::new)).execute();
        }
    }

    private static void writeGains(Handle handle, EloReplay replay) {
        Collection<double[]> gains = replay.added().values();
        int[] sizes = gains.stream().mapToInt(some -> some.length).toArray();
        int[] lasts = new int[sizes.length];
        for (int i = 0, last = 0; i < sizes.length; i++) {
            last += sizes[i];
            lasts[i] = last;
        }
        try (Update write = handle.createUpdate(WRITE_GAINS)) {
            write.bind("positions", replay.added().keySet().toArray(Long[]::new)).bind("sizes", sizes)
                    .bind("lasts", lasts).bind("gains", gains.stream().flatMapToDouble(Arrays::stream).toArray())
                    .execute();
        }
    }
}
