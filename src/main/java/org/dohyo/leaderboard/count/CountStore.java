package org.dohyo.leaderboard.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.OnlineElo;
import org.dohyo.vote.LogEntry;

/** The counts and the online ratings in the database, on the job's connection and in its transaction. */
@ApplicationScoped
public class CountStore {

    private static final String OF_VOTERS = """
            select category, voter_tag, first, second, first_wins, second_wins, ties, both_bad from voter_pair_count
            where (category, voter_tag) in (select * from unnest(?::text[], ?::bytea[]))""";

    private final CountTables tables;

    public CountStore(CountTables tables) {
        this.tables = tables;
    }

    /**
     * Adds to the counts, in the database and in memory; the weights of the voters that it touches, and of no others, are
     * summed again.
     */
    public void add(Connection connection, CategoryCounts counts) throws SQLException {
        Map<CategoryCounts.Key, long[]> before = ofVoters(connection, counts.voterPairs().keySet());
        Map<CategoryCounts.Key, long[]> after = new HashMap<>(before);
        counts.voterPairs().forEach((key, added) -> after.merge(key, added, CountStore::sum));
        VoterShares shares = new VoterShares();
        shares.take(before, -1);
        shares.take(after, 1);
        PairTable.ALL.add(connection, counts.pairs());
        PairTable.BY_VOTER.add(connection, counts.voterPairs());
        PairTable.WEIGHTED.add(connection, shares.sums());
        counts.pairs().forEach((key, deltas) -> inMemory(key, table -> table.addPlain(key.first(), key.second(), deltas)));
        shares.sums()
                .forEach((key, deltas) -> inMemory(key, table -> table.addWeighted(key.first(), key.second(), deltas)));
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
    private static Map<CategoryCounts.Key, long[]> ofVoters(Connection connection, Set<CategoryCounts.Key> keys)
            throws SQLException {
        List<CategoryCounts.Key> voters = keys.stream().map(CategoryCounts.Key::ofVoter).distinct().toList();
        Map<CategoryCounts.Key, long[]> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OF_VOTERS)) {
            select.setArray(1, connection.createArrayOf("text", voters.stream().map(CategoryCounts.Key::category).toArray()));
            select.setArray(2, connection.createArrayOf("bytea",
                    voters.stream().map(CategoryCounts.Key::voterTag).toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CategoryCounts.Key key = new CategoryCounts.Key(row.getString(1),
                            HexFormat.of().formatHex(row.getBytes(2)), row.getLong(3), row.getLong(4));
                    counts.put(key, new long[] { row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8) });
                }
            }
        }
        return counts;
    }

    /** Carries online Elo on over the entries, in log order, in the database and in memory. */
    public void carryElo(Connection connection, String category, List<LogEntry> entries) throws SQLException {
        Map<Long, Double> ratings = tables.of(connection, category).elo();
        Map<UUID, Double> steps = eloSteps(connection, category, entries);
        Map<UUID, Double> fresh = new LinkedHashMap<>();
        Map<Long, Double> moved = new HashMap<>();
        for (LogEntry entry : entries) {
            if (entry.sign() == 0 || !entry.categories().contains(category)) {
                continue;
            }
            double a = ratings.getOrDefault(entry.modelA(), OnlineElo.INITIAL);
            double b = ratings.getOrDefault(entry.modelB(), OnlineElo.INITIAL);
            double delta = entry.sign() > 0 ? OnlineElo.delta(a, b, entry.outcome().scoreA()) : -steps.get(entry.voteId());
            if (entry.sign() > 0) {
                steps.put(entry.voteId(), delta);
                fresh.put(entry.voteId(), delta);
            }
            moved.put(entry.modelA(), a + delta);
            moved.put(entry.modelB(), b - delta);
            ratings.putAll(Map.of(entry.modelA(), a + delta, entry.modelB(), b - delta));
        }
        writeElo(connection, category, moved, fresh);
    }

    /** What the reversed votes had moved. */
    private static Map<UUID, Double> eloSteps(Connection connection, String category, List<LogEntry> entries)
            throws SQLException {
        Map<UUID, Double> steps = new HashMap<>();
        Object[] reversed = entries.stream().filter(entry -> entry.sign() < 0).map(LogEntry::voteId).toArray();
        if (reversed.length == 0) {
            return steps;
        }
        try (PreparedStatement select = connection
                .prepareStatement("select vote_id, delta_a from elo_step where category = ? and vote_id = any(?)")) {
            select.setString(1, category);
            select.setArray(2, connection.createArrayOf("uuid", reversed));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.put(row.getObject(1, UUID.class), row.getDouble(2));
                }
            }
        }
        return steps;
    }

    private static void writeElo(Connection connection, String category, Map<Long, Double> ratings,
            Map<UUID, Double> steps) throws SQLException {
        try (PreparedStatement rating = connection.prepareStatement("""
                insert into elo_rating (category, model_id, rating) values (?, ?, ?)
                on conflict (category, model_id) do update set rating = excluded.rating""");
                PreparedStatement step = connection.prepareStatement("""
                        insert into elo_step (category, vote_id, delta_a) values (?, ?, ?)
                        on conflict (category, vote_id) do update set delta_a = excluded.delta_a""")) {
            for (Map.Entry<Long, Double> entry : ratings.entrySet()) {
                rating.setString(1, category);
                rating.setLong(2, entry.getKey());
                rating.setDouble(3, entry.getValue());
                rating.addBatch();
            }
            for (Map.Entry<UUID, Double> entry : steps.entrySet()) {
                step.setString(1, category);
                step.setObject(2, entry.getKey());
                step.setDouble(3, entry.getValue());
                step.addBatch();
            }
            rating.executeBatch();
            step.executeBatch();
        }
    }
}
