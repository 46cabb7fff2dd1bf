package org.dohyo.leaderboard.count;

import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The tables of counts by pair. Each is changed by one statement over arrays, however many pairs a batch touches. */
enum PairTable {

    ALL("""
            merge into pair_count c
            using unnest(:category::text[], :first, :second, :figure0, :figure1, :figure2, :figure3, :figure4, :figure5, :figure6)
                d(category, first, second, first_wins, second_wins, ties, both_bad, weighted_first_wins, weighted_second_wins,
                weighted_halves)
            on c.category = d.category and c.first = d.first and c.second = d.second
            when matched then update set first_wins = c.first_wins + d.first_wins, second_wins = c.second_wins + d.second_wins,
                ties = c.ties + d.ties, both_bad = c.both_bad + d.both_bad,
                weighted_first_wins = c.weighted_first_wins + d.weighted_first_wins,
                weighted_second_wins = c.weighted_second_wins + d.weighted_second_wins,
                weighted_halves = c.weighted_halves + d.weighted_halves
            when not matched then insert (category, first, second, first_wins, second_wins, ties, both_bad, weighted_first_wins,
                weighted_second_wins, weighted_halves)
                values (d.category, d.first, d.second, d.first_wins, d.second_wins, d.ties, d.both_bad, d.weighted_first_wins,
                d.weighted_second_wins, d.weighted_halves)"""),

    BY_VOTER(
            """
                    merge into voter_pair_count c
                    using unnest(:category::text[], :first, :second, :voter, :figure0, :figure1, :figure2, :figure3)
                        d(category, first, second, voter_tag, first_wins, second_wins, ties, both_bad)
                    on c.category = d.category and c.voter_tag = d.voter_tag and c.first = d.first and c.second = d.second
                    when matched then update set first_wins = c.first_wins + d.first_wins, second_wins = c.second_wins + d.second_wins,
                        ties = c.ties + d.ties, both_bad = c.both_bad + d.both_bad
                    when not matched then insert (category, voter_tag, first, second, first_wins, second_wins, ties, both_bad)
                        values (d.category, d.voter_tag, d.first, d.second, d.first_wins, d.second_wins, d.ties, d.both_bad)""");

    private final String merge;

    PairTable(String merge) {
        this.merge = merge;
    }

    /**
     * Adds to the counts.
     *
     * @param deltas the figures in the order of the table's columns; one that falls has been counted
     */
    void add(Handle handle, Map<CategoryCounts.Key, long[]> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        List<CategoryCounts.Key> keys = List.copyOf(deltas.keySet());
        List<long[]> figures = keys.stream().map(deltas::get).toList();
        try (Update merging = bind(handle.createUpdate(merge), keys)) {
            bindFigures(merging, figures).execute();
        }
    }

    private static Update bindFigures(Update update, List<long[]> figures) {
        for (int i = 0; i < figures.get(0).length; i++) {
            int column = i;
            update.bind("figure" + column, figures.stream().mapToLong(row -> row[column]).toArray());
        }
        return update;
    }

    private Update bind(Update update, List<CategoryCounts.Key> keys) {
        update.bind("category", keys.stream().map(CategoryCounts.Key::category).toArray(String[]::new))
                .bind("first", keys.stream().mapToLong(CategoryCounts.Key::first).toArray())
                .bind("second", keys.stream().mapToLong(CategoryCounts.Key::second).toArray());
        return this == BY_VOTER ? update.bind("voter", CategoryCounts.tags(keys)) : update;
    }
}
