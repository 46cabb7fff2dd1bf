package org.dohyo.leaderboard.count;

import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.vote.LogEntry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The counts and the online ratings, in the database and in memory; changed in the job's transaction. */
@ApplicationScoped
public class CountStore {

    private static final String OF_VOTERS = """
            select category, voter_tag, first, second, first_wins, second_wins, ties, both_bad from voter_pair_count
            where (category, voter_tag) in (select * from unnest(:category::text[], :voter))""";
    private static final String CATEGORIES = "select distinct category from pair_count order by category";
    private static final String STEPS = "select vote_id, delta_a from elo_step where category = :category and vote_id = any(:votes)";
    private static final String WRITE_RATINGS = """
            insert into elo_rating (category, model_id, rating)
            select :category, model, rating from unnest(:models, :ratings) as changed(model, rating)
            on conflict (category, model_id) do update set rating = excluded.rating""";
    private static final String WRITE_STEPS = """
            insert into elo_step (category, vote_id, delta_a)
            select :category, vote, delta from unnest(:votes, :deltas) as fresh(vote, delta)
            on conflict (category, vote_id) do update set delta_a = excluded.delta_a""";

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

    /** Adds a batch to the counts. The weighted counts of the voters in it, and of no others, are summed again. */
    public void add(CategoryCounts counts) {
        jdbi.useHandle(handle -> {
            Map<CategoryCounts.Key, long[]> before = ofVoters(handle, counts.voterPairs().keySet());
            Map<CategoryCounts.Key, long[]> after = new HashMap<>(before);
            counts.voterPairs().forEach((key, added) -> after.merge(key, added, CountStore::sum));
            VoterShares shares = new VoterShares();
            shares.take(before, -1);
            shares.take(after, 1);
            PairTable.ALL.add(handle, counts.pairs());
            PairTable.BY_VOTER.add(handle, counts.voterPairs());
            PairTable.WEIGHTED.add(handle, shares.sums());
            counts.pairs().forEach(
                    (key, deltas) -> inMemory(key, table -> table.addPlain(key.first(), key.second(), deltas)));
            shares.sums()
                    .forEach((key, deltas) -> inMemory(key,
                            table -> table.addWeighted(key.first(), key.second(), deltas)));
        });
    }

    private void inMemory(CategoryCounts.Key key, Consumer<CategoryTable> change) {
        CategoryTable table = tables.inMemory(key.category());
        if (table != null) {
            change.accept(table);
        }
    }

    private static long[] sum(long[] some, long[] more) {
        long[] sum = some.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    /** All counts of the voters that the keys name, each in the key's category. */
    private static Map<CategoryCounts.Key, long[]> ofVoters(Handle handle, Collection<CategoryCounts.Key> keys) {
        List<CategoryCounts.Key> voters = keys.stream().map(CategoryCounts.Key::ofVoter).distinct().toList();
        Map<CategoryCounts.Key, long[]> counts = new HashMap<>();
        handle.createQuery(OF_VOTERS)
                .bind("category", voters.stream().map(CategoryCounts.Key::category).toArray(String[]::new))
                .bind("voter", CategoryCounts.tags(voters))
                .map((row, context) -> Map.entry(
                        new CategoryCounts.Key(row.getString(1), HexFormat.of().formatHex(row.getBytes(2)),
                                row.getLong(3),
                                row.getLong(4)),
                        new long[] { row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8) }))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Replays the entries, in log order, on a category's online ratings. */
    public void carryElo(String category, List<LogEntry> entries) {
        jdbi.useHandle(handle -> {
            EloReplay replay = new EloReplay(tables.of(category).elo(), steps(handle, category, reversed(entries)));
            entries.stream().filter(entry -> entry.sign() != 0 && entry.categories().contains(category))
                    .forEach(replay::add);
            writeRatings(handle, category, replay.changed());
            writeSteps(handle, category, replay.fresh());
        });
    }

    private static UUID[] reversed(List<LogEntry> entries) {
        return entries.stream().filter(entry -> entry.sign() < 0).map(LogEntry::voteId).toArray(UUID[]::new);
    }

    /** The steps of some votes, by vote. */
    private static Map<UUID, Double> steps(Handle handle, String category, UUID... votes) {
        Map<UUID, Double> steps = new HashMap<>();
        if (votes.length > 0) {
            handle.createQuery(STEPS).bind("category", category).bind("votes", votes)
                    .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getDouble(2)))
                    .forEach(step -> steps.put(step.getKey(), step.getValue()));
        }
        return steps;
    }

    private static void writeRatings(Handle handle, String category, Map<Long, Double> ratings) {
        try (Update write = handle.createUpdate(WRITE_RATINGS)) {
            write.bind("category", category).bind("models", ratings.keySet().toArray(Long[]::new))
                    .bind("ratings", ratings.values().toArray(Double[]::new)).execute();
        }
    }

    private static void writeSteps(Handle handle, String category, Map<UUID, Double> steps) {
        try (Update write = handle.createUpdate(WRITE_STEPS)) {
            write.bind("category", category).bind("votes", steps.keySet().toArray(UUID[]::new))
                    .bind("deltas", steps.values().toArray(Double[]::new)).execute();
        }
    }
}
