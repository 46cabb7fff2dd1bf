package org.dohyo.leaderboard.count;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The tables of counts by pair. Each is added to by two statements over arrays, however many pairs a batch touches. */
enum PairTable {

    ALL("""
            insert into pair_count (category, first, second)
            select * from unnest(?::text[], ?::bigint[], ?::bigint[]) on conflict do nothing""", """
            update pair_count c set first_wins = c.first_wins + d.first_wins, second_wins = c.second_wins + d.second_wins,
                ties = c.ties + d.ties, both_bad = c.both_bad + d.both_bad
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                d(category, first, second, first_wins, second_wins, ties, both_bad)
            where c.category = d.category and c.first = d.first and c.second = d.second"""),

    BY_VOTER("""
            insert into voter_pair_count (category, first, second, voter_tag)
            select * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[]) on conflict do nothing""", """
            update voter_pair_count c set first_wins = c.first_wins + d.first_wins,
                second_wins = c.second_wins + d.second_wins, ties = c.ties + d.ties, both_bad = c.both_bad + d.both_bad
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                d(category, first, second, voter_tag, first_wins, second_wins, ties, both_bad)
            where c.category = d.category and c.voter_tag = d.voter_tag and c.first = d.first and c.second = d.second"""),

    WEIGHTED("""
            insert into weighted_pair_count (category, first, second)
            select * from unnest(?::text[], ?::bigint[], ?::bigint[]) on conflict do nothing""", """
            update weighted_pair_count c set first_wins = c.first_wins + d.first_wins,
                second_wins = c.second_wins + d.second_wins, halves = c.halves + d.halves
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                d(category, first, second, first_wins, second_wins, halves)
            where c.category = d.category and c.first = d.first and c.second = d.second""");

    private final String ensure;
    private final String add;

    PairTable(String ensure, String add) {
        this.ensure = ensure;
        this.add = add;
    }

    /**
     * First sees to the rows, then adds: a row that was inserted with a negative sum would be refused.
     *
     * @param deltas the figures in the order of the table's columns
     */
    void add(Connection connection, Map<CategoryCounts.Key, long[]> deltas) throws SQLException {
        if (deltas.isEmpty()) {
            return;
        }
        List<CategoryCounts.Key> keys = List.copyOf(deltas.keySet());
        try (PreparedStatement ensuring = connection.prepareStatement(ensure);
                PreparedStatement adding = connection.prepareStatement(add)) {
            bind(ensuring, keys);
            ensuring.executeUpdate();
            int at = bind(adding, keys);
            int figures = deltas.get(keys.get(0)).length;
            for (int figure = 0; figure < figures; figure++) {
                int column = figure;
                adding.setArray(at++, longs(connection, keys, key -> deltas.get(key)[column]));
            }
            adding.executeUpdate();
        }
    }

    /** Binds the key's columns, and returns the place of the next parameter. */
    private int bind(PreparedStatement statement, List<CategoryCounts.Key> keys) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1,
                connection.createArrayOf("text", keys.stream().map(CategoryCounts.Key::category).toArray()));
        statement.setArray(2, longs(connection, keys, CategoryCounts.Key::first));
        statement.setArray(3, longs(connection, keys, CategoryCounts.Key::second));
        if (this != BY_VOTER) {
            return 4;
        }
        statement.setArray(4,
                connection.createArrayOf("bytea", keys.stream().map(CategoryCounts.Key::voterTag).toArray(byte[][]::new)));
        return 5;
    }

    private static Array longs(Connection connection, List<CategoryCounts.Key> keys,
            ToLongFunction<CategoryCounts.Key> figure) throws SQLException {
        return connection.createArrayOf("int8", keys.stream().mapToLong(figure).boxed().toArray());
    }
}
