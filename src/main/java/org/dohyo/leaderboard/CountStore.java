package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.OnlineElo;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.WeightedPair;
import org.dohyo.vote.LogEntry;

/** The counts and the online ratings in the database, on the job's connection and in its transaction. */
@ApplicationScoped
class CountStore {

    private static final String ENSURE_PAIR = """
            insert into pair_count (category, first, second) values (?, ?, ?) on conflict do nothing""";
    private static final String ADD_PAIR = """
            update pair_count set first_wins = first_wins + ?, second_wins = second_wins + ?, ties = ties + ?,
                both_bad = both_bad + ? where category = ? and first = ? and second = ?""";
    private static final String ENSURE_VOTER_PAIR = """
            insert into voter_pair_count (category, first, second, voter_tag) values (?, ?, ?, ?) on conflict do nothing""";
    private static final String ADD_VOTER_PAIR = """
            update voter_pair_count set first_wins = first_wins + ?, second_wins = second_wins + ?, ties = ties + ?,
                both_bad = both_bad + ? where category = ? and first = ? and second = ? and voter_tag = ?""";
    private static final String ENSURE_WEIGHTED_PAIR = """
            insert into weighted_pair_count (category, first, second) values (?, ?, ?) on conflict do nothing""";
    private static final String ADD_WEIGHTED_PAIR = """
            update weighted_pair_count set first_wins = first_wins + ?, second_wins = second_wins + ?, halves = halves + ?
            where category = ? and first = ? and second = ?""";
    private static final String OF_VOTERS = """
            select category, voter_tag, first, second, first_wins, second_wins, ties, both_bad from voter_pair_count
            where (category, voter_tag) in (select * from unnest(?::text[], ?::bytea[]))""";

    /** Adds to the counts; the weights of the voters that it touches, and of no others, are summed again. */
    void add(Connection connection, CategoryCounts counts) throws SQLException {
        Map<CategoryCounts.Key, long[]> before = ofVoters(connection, counts.voterPairs().keySet());
        Map<CategoryCounts.Key, long[]> after = new HashMap<>(before);
        counts.voterPairs().forEach((key, added) -> after.merge(key, added, CountStore::sum));
        VoterShares shares = new VoterShares();
        shares.take(before, -1);
        shares.take(after, 1);
        write(connection, ENSURE_PAIR, ADD_PAIR, counts.pairs());
        write(connection, ENSURE_VOTER_PAIR, ADD_VOTER_PAIR, counts.voterPairs());
        write(connection, ENSURE_WEIGHTED_PAIR, ADD_WEIGHTED_PAIR, shares.sums());
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

    /** First sees to the rows, then adds: a row that was inserted with a negative sum would be refused. */
    private static void write(Connection connection, String ensure, String add, Map<CategoryCounts.Key, long[]> deltas)
            throws SQLException {
        try (PreparedStatement ensuring = connection.prepareStatement(ensure);
                PreparedStatement adding = connection.prepareStatement(add)) {
            for (Map.Entry<CategoryCounts.Key, long[]> delta : deltas.entrySet()) {
                bind(ensuring, 1, delta.getKey());
                int at = 1;
                for (long value : delta.getValue()) {
                    adding.setLong(at++, value);
                }
                bind(adding, at, delta.getKey());
            }
            ensuring.executeBatch();
            adding.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int at, CategoryCounts.Key key) throws SQLException {
        statement.setString(at, key.category());
        statement.setLong(at + 1, key.first());
        statement.setLong(at + 2, key.second());
        if (key.voter() != null) {
            statement.setBytes(at + 3, key.voterTag());
        }
        statement.addBatch();
    }

    /** The pairs of a category with model ids turned into the places that {@code ids} collects. */
    List<PairCount> pairs(Connection connection, String category, List<Long> ids) throws SQLException {
        Map<Long, Integer> places = new LinkedHashMap<>();
        List<PairCount> pairs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select first, second, first_wins, second_wins, ties, both_bad from pair_count
                where category = ? and first_wins + second_wins + ties + both_bad > 0 order by first, second""")) {
            select.setString(1, category);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pairs.add(new PairCount(place(places, row.getLong(1)), place(places, row.getLong(2)), row.getLong(3),
                            row.getLong(4), row.getLong(5), row.getLong(6)));
                }
            }
        }
        ids.addAll(places.keySet());
        return pairs;
    }

    /** The weighted pairs of a category, with places as in {@link #pairs}: {@code ids} already holds all its models. */
    List<WeightedPair> weightedPairs(Connection connection, String category, List<Long> ids) throws SQLException {
        Map<Long, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        List<WeightedPair> pairs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select first, second, first_wins, second_wins, halves from weighted_pair_count
                where category = ? and first_wins + second_wins + halves > 0 order by first, second""")) {
            select.setString(1, category);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pairs.add(new WeightedPair(places.get(row.getLong(1)), places.get(row.getLong(2)), weight(row, 3),
                            weight(row, 4), weight(row, 5)));
                }
            }
        }
        return pairs;
    }

    private static double weight(ResultSet row, int column) throws SQLException {
        return (double) row.getLong(column) / VoterShares.UNIT;
    }

    private static int place(Map<Long, Integer> places, long id) {
        return places.computeIfAbsent(id, unused -> places.size());
    }

    /** Carries online Elo on over the entries, in log order; returns where the category's models stand then. */
    Map<Long, Double> carryElo(Connection connection, String category, List<LogEntry> entries) throws SQLException {
        Map<Long, Double> ratings = eloRatings(connection, category);
        Map<UUID, Double> steps = eloSteps(connection, category, entries);
        Map<UUID, Double> fresh = new LinkedHashMap<>();
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
            ratings.put(entry.modelA(), a + delta);
            ratings.put(entry.modelB(), b - delta);
        }
        writeElo(connection, category, ratings, fresh);
        return ratings;
    }

    private static Map<Long, Double> eloRatings(Connection connection, String category) throws SQLException {
        Map<Long, Double> ratings = new HashMap<>();
        try (PreparedStatement select = connection
                .prepareStatement("select model_id, rating from elo_rating where category = ?")) {
            select.setString(1, category);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ratings.put(row.getLong(1), row.getDouble(2));
                }
            }
        }
        return ratings;
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
