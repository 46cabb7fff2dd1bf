package org.dohyo.leaderboard.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.VoterVotes;
import org.dohyo.text.Categories;
import org.dohyo.vote.LogEntry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The counts and the online ratings, in the database and in memory; changed in the job's transaction. */
@ApplicationScoped
public class CountStore {

    // The voters with more votes in a category than that, before the batch or after it.
    private static final String ABOVE = """
            select asked.category, asked.voter_tag from unnest(:category::text[], :voter, :added) as asked (category, voter_tag, added)
            cross join lateral (select coalesce(sum(first_wins + second_wins + ties + both_bad), 0) as votes from voter_pair_count c
                where c.category = asked.category and c.voter_tag = asked.voter_tag) as counted
            where greatest(votes, votes + added) > :most""";
    // Each voter by itself: with a join the planner may read the whole table for a large batch.
    private static final String OF_VOTERS = """
            select asked.category, asked.voter_tag, first, second, first_wins, second_wins, ties, both_bad
            from unnest(:category::text[], :voter) as asked (category, voter_tag)
            cross join lateral (select first, second, first_wins, second_wins, ties, both_bad from voter_pair_count c
                where c.category = asked.category and c.voter_tag = asked.voter_tag offset 0) as counted""";
    private static final String CATEGORIES = "select distinct category from pair_count order by category";
    private static final String STEPS = "select vote_id, delta_a from elo_step where category = :category and vote_id = any(:votes)";
    private static final String WRITE_RATINGS = """
            insert into elo_rating (category, model_id, rating)
            select * from unnest(:categories::text[], :models, :ratings)
            on conflict (category, model_id) do update set rating = excluded.rating""";
    private static final String WRITE_STEPS = """
            insert into elo_step (category, vote_id, delta_a)
            select * from unnest(:categories::text[], :votes, :deltas)
            on conflict (category, vote_id) do update set delta_a = excluded.delta_a""";

    private static final int FEW = VoterVotes.CAP / 2;
    /** From so many voters in a batch on, which only imports have, bounds of all voters' votes are worth reading. */
    private static final int MANY = 200;

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
     */
    public void add(CategoryCounts counts) {
        jdbi.useHandle(handle -> {
            VoterShares shares = shares(handle, counts);
            PairTable.ALL.add(handle, counts.pairs());
            PairTable.BY_VOTER.add(handle, counts.voterPairs());
            PairTable.WEIGHTED.add(handle, shares.sums());
            counts.pairs().forEach(
                    (key, deltas) -> inMemory(key, table -> table.addPlain(key.first(), key.second(), deltas)));
            shares.sums()
                    .forEach((key, deltas) -> inMemory(key,
                            table -> table.addWeighted(key.first(), key.second(), deltas)));
            tables.boundsInMemory().ifPresent(bounds -> raise(bounds, counts));
        });
    }

    private static void raise(VoterBounds bounds, CategoryCounts counts) {
        counts.voterPairs().forEach((key, votes) -> {
            if (key.category().equals(Categories.OVERALL)) {
                bounds.add(key.voter(), LongStream.of(votes).filter(more -> more > 0).sum());
            }
        });
    }

    private VoterShares shares(Handle handle, CategoryCounts counts) {
        Set<CategoryCounts.Key> limited = limited(handle, counts);
        Map<CategoryCounts.Key, long[]> before = ofVoters(handle, limited);
        Map<CategoryCounts.Key, long[]> after = new HashMap<>(before);
        VoterShares shares = new VoterShares();
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
     * The voters in the batch with more than {@link VoterVotes#CAP} votes, before it or after it: only their votes
     * weigh less than one.
     */
    private Set<CategoryCounts.Key> limited(Handle handle, CategoryCounts counts) {
        Map<CategoryCounts.Key, Long> added = new HashMap<>();
        counts.voterPairs().forEach((key, votes) -> added.merge(key.ofVoter(), LongStream.of(votes).sum(), Long::sum));
        Set<CategoryCounts.Key> seldom = seldom(handle, added);
        return above(handle, VoterVotes.CAP, added, key -> !Categories.isWithinOverall(key.category())
                || !seldom.contains(new CategoryCounts.Key(Categories.OVERALL, key.voter(), 0, 0)));
    }

    /**
     * The voters in the batch with so few votes overall that they have no more than {@link VoterVotes#CAP} in any
     * category within it, which most voters of a large batch are. Half of it, since a vote that could not be logged as
     * it was may have been left out overall alone. The database is asked only for those who may have more.
     */
    private Set<CategoryCounts.Key> seldom(Handle handle, Map<CategoryCounts.Key, Long> added) {
        Set<CategoryCounts.Key> overall = added.keySet().stream()
                .filter(key -> key.category().equals(Categories.OVERALL)).collect(Collectors.toSet());
        Optional<VoterBounds> bounds = overall.size() < MANY ? tables.boundsInMemory() : tables.bounds();
        overall.removeAll(above(handle, FEW, added, key -> overall.contains(key)
                && bounds.map(known -> known.of(key.voter()) + added.get(key) > FEW).orElse(true)));
        return overall;
    }

    private static Set<CategoryCounts.Key> above(Handle handle, int most, Map<CategoryCounts.Key, Long> added,
            Predicate<CategoryCounts.Key> asked) {
        List<CategoryCounts.Key> voters = added.keySet().stream().filter(asked).toList();
        if (voters.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery(ABOVE)
                .bind("category", voters.stream().map(CategoryCounts.Key::category).toArray(String[]::new))
                .bind("voter", CategoryCounts.tags(voters))
                .bind("added", voters.stream().mapToLong(added::get).toArray()).bind("most", most)
                .map((row, context) -> new CategoryCounts.Key(row.getString(1),
                        new CategoryCounts.Tag(row.getBytes(2)), 0, 0))
                .collect(Collectors.toSet());
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
            UUID[] reversed = entries.stream().filter(entry -> entry.sign() < 0).map(LogEntry::voteId)
                    .toArray(UUID[]::new);
            Map<String, EloReplay> replays = new TreeMap<>();
            for (LogEntry entry : entries) {
                for (String category : entry.sign() == 0 ? List.<String> of() : entry.categories()) {
                    replays.computeIfAbsent(category, unused -> new EloReplay(tables.of(category).elo(),
                            steps(handle, category, reversed))).add(entry);
                }
            }
            writeRatings(handle, replays);
            writeSteps(handle, replays);
        });
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

    private static void writeRatings(Handle handle, Map<String, EloReplay> replays) {
        List<String> categories = new ArrayList<>();
        List<Long> models = new ArrayList<>();
        List<Double> ratings = new ArrayList<>();
        replays.forEach((category, replay) -> replay.changed().forEach((model, rating) -> {
            categories.add(category);
            models.add(model);
            ratings.add(rating);
        }));
        try (Update write = handle.createUpdate(WRITE_RATINGS)) {
            write.bind("categories", categories.toArray(String[]::new)).bind("models", models.toArray(Long[]::new))
                    .bind("ratings", ratings.toArray(Double[]::new)).execute();
        }
    }

    private static void writeSteps(Handle handle, Map<String, EloReplay> replays) {
        List<String> categories = new ArrayList<>();
        List<UUID> votes = new ArrayList<>();
        List<Double> deltas = new ArrayList<>();
        replays.forEach((category, replay) -> replay.fresh().forEach((vote, delta) -> {
            categories.add(category);
            votes.add(vote);
            deltas.add(delta);
        }));
        try (Update write = handle.createUpdate(WRITE_STEPS)) {
            write.bind("categories", categories.toArray(String[]::new)).bind("votes", votes.toArray(UUID[]::new))
                    .bind("deltas", deltas.toArray(Double[]::new)).execute();
        }
    }
}
