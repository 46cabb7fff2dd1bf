package org.dohyo.leaderboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.OnlineElo;
import org.dohyo.rating.PairCount;
import org.dohyo.vote.LogEntry;

/** The counts and the online ratings in the database, on the job's connection and in its transaction. */
@ApplicationScoped
class CountStore {

    private static final String ADD_PAIR = """
            insert into pair_count as c (category, first, second, first_wins, second_wins, ties, both_bad)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (category, first, second) do update set first_wins = c.first_wins + excluded.first_wins,
                second_wins = c.second_wins + excluded.second_wins, ties = c.ties + excluded.ties,
                both_bad = c.both_bad + excluded.both_bad""";

    private static final String ADD_VOTER_PAIR = """
            insert into voter_pair_count as c (category, first, second, first_wins, second_wins, ties, both_bad, voter_tag)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (category, voter_tag, first, second) do update set first_wins = c.first_wins + excluded.first_wins,
                second_wins = c.second_wins + excluded.second_wins, ties = c.ties + excluded.ties,
                both_bad = c.both_bad + excluded.both_bad""";

    private static final String SUBTRACT_PAIR = """
            update pair_count set first_wins = first_wins + ?, second_wins = second_wins + ?, ties = ties + ?,
                both_bad = both_bad + ? where category = ? and first = ? and second = ?""";

    private static final String SUBTRACT_VOTER_PAIR = """
            update voter_pair_count set first_wins = first_wins + ?, second_wins = second_wins + ?, ties = ties + ?,
                both_bad = both_bad + ? where category = ? and first = ? and second = ? and voter_tag = ?""";

    void add(Connection connection, CategoryCounts counts) throws SQLException {
        write(connection, ADD_PAIR, SUBTRACT_PAIR, counts.pairs());
        write(connection, ADD_VOTER_PAIR, SUBTRACT_VOTER_PAIR, counts.voterPairs());
    }

    /** A negative sum must meet a row that it can be taken from, so the insert's own values may never be checked first. */
    private static void write(Connection connection, String add, String subtract,
            Map<CategoryCounts.Key, long[]> deltas) throws SQLException {
        try (PreparedStatement adding = connection.prepareStatement(add);
                PreparedStatement taking = connection.prepareStatement(subtract)) {
            for (Map.Entry<CategoryCounts.Key, long[]> delta : deltas.entrySet()) {
                boolean takes = Arrays.stream(delta.getValue()).anyMatch(value -> value < 0);
                if (takes) {
                    bindTaking(taking, delta.getKey(), delta.getValue());
                } else {
                    bindAdding(adding, delta.getKey(), delta.getValue());
                }
            }
            adding.executeBatch();
            taking.executeBatch();
        }
    }

    private static void bindAdding(PreparedStatement adding, CategoryCounts.Key key, long[] values) throws SQLException {
        adding.setString(1, key.category());
        adding.setLong(2, key.first());
        adding.setLong(3, key.second());
        for (int i = 0; i < 4; i++) {
            adding.setLong(4 + i, values[i]);
        }
        if (key.voter() != null) {
            adding.setBytes(8, key.voterTag());
        }
        adding.addBatch();
    }

    private static void bindTaking(PreparedStatement taking, CategoryCounts.Key key, long[] values) throws SQLException {
        for (int i = 0; i < 4; i++) {
            taking.setLong(1 + i, values[i]);
        }
        taking.setString(5, key.category());
        taking.setLong(6, key.first());
        taking.setLong(7, key.second());
        if (key.voter() != null) {
            taking.setBytes(8, key.voterTag());
        }
        taking.addBatch();
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

    private static int place(Map<Long, Integer> places, long id) {
        return places.computeIfAbsent(id, unused -> places.size());
    }

    /** Carries online Elo on over the entries, in log order; returns where the category's models stand then. */
    Map<Long, Double> carryElo(Connection connection, String category, List<LogEntry> entries) throws SQLException {
        Map<Long, Double> ratings = eloRatings(connection, category);
        Map<UUID, Double> steps = eloSteps(connection, category, entries);
        Set<UUID> old = Set.copyOf(steps.keySet());
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
