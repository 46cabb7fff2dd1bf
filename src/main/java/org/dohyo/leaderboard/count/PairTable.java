package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The tables of counts by pair. Each is changed by one or two statements over arrays, however many pairs a batch
 * touches.
 */
enum PairTable {

    ALL("""
            insert into pair_count (category, first, second)
            select * from unnest(:category::text[], :first, :second) on conflict do nothing""",
            """
                    update pair_count c set first_wins = c.first_wins + d.first_wins, second_wins = c.second_wins + d.second_wins,
                        ties = c.ties + d.ties, both_bad = c.both_bad + d.both_bad
                    from unnest(:category::text[], :first, :second, :figure0, :figure1, :figure2, :figure3)
                        d(category, first, second, first_wins, second_wins, ties, both_bad)
                    where c.category = d.category and c.first = d.first and c.second = d.second""",
            """
                    insert into pair_count as c (category, first, second, first_wins, second_wins, ties, both_bad)
                    select * from unnest(:category::text[], :first, :second, :figure0, :figure1, :figure2, :figure3)
                    on conflict (category, first, second) do update set first_wins = c.first_wins + excluded.first_wins,
                        second_wins = c.second_wins + excluded.second_wins, ties = c.ties + excluded.ties,
                        both_bad = c.both_bad + excluded.both_bad"""),

    BY_VOTER("""
            insert into voter_pair_count (category, first, second, voter_tag)
            select * from unnest(:category::text[], :first, :second, :voter) on conflict do nothing""",
            """
                    update voter_pair_count c set first_wins = c.first_wins + d.first_wins,
                        second_wins = c.second_wins + d.second_wins, ties = c.ties + d.ties, both_bad = c.both_bad + d.both_bad
                    from unnest(:category::text[], :first, :second, :voter, :figure0, :figure1, :figure2, :figure3)
                        d(category, first, second, voter_tag, first_wins, second_wins, ties, both_bad)
                    where c.category = d.category and c.voter_tag = d.voter_tag and c.first = d.first and c.second = d.second""",
            """
                    insert into voter_pair_count as c (category, first, second, voter_tag, first_wins, second_wins, ties, both_bad)
                    select * from unnest(:category::text[], :first, :second, :voter, :figure0, :figure1, :figure2, :figure3)
                    on conflict (category, voter_tag, first, second) do update set first_wins = c.first_wins + excluded.first_wins,
                        second_wins = c.second_wins + excluded.second_wins, ties = c.ties + excluded.ties,
                        both_bad = c.both_bad + excluded.both_bad"""),

    WEIGHTED("""
            insert into weighted_pair_count (category, first, second)
            select * from unnest(:category::text[], :first, :second) on conflict do nothing""",
            """
                    update weighted_pair_count c set first_wins = c.first_wins + d.first_wins,
                        second_wins = c.second_wins + d.second_wins, halves = c.halves + d.halves
                    from unnest(:category::text[], :first, :second, :figure0, :figure1, :figure2)
                        d(category, first, second, first_wins, second_wins, halves)
                    where c.category = d.category and c.first = d.first and c.second = d.second""",
            """
                    insert into weighted_pair_count as c (category, first, second, first_wins, second_wins, halves)
                    select * from unnest(:category::text[], :first, :second, :figure0, :figure1, :figure2)
                    on conflict (category, first, second) do update set first_wins = c.first_wins + excluded.first_wins,
                        second_wins = c.second_wins + excluded.second_wins, halves = c.halves + excluded.halves""");

    private final String ensure;
    private final String add;
    /** What the two do, in one statement, where no count falls. */
    private final String raise;

    PairTable(String ensure, String add, String raise) {
        this.ensure = ensure;
        this.add = add;
        this.raise = raise;
    }

    /**
     * Adds to the counts. Where one falls, missing rows are inserted first: a row inserted with a negative count would
     * violate its check.
     *
     * @param deltas the figures in the order of the table's columns
     */
    void add(Handle handle, Map<CategoryCounts.Key, long[]> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        List<CategoryCounts.Key> keys = List.copyOf(deltas.keySet());
        List<long[]> figures = keys.stream().map(deltas::get).toList();
        if (figures.stream().flatMapToLong(Arrays::stream).allMatch(delta -> delta >= 0)) {
            try (Update raising = bind(handle.createUpdate(raise), keys)) {
                bindFigures(raising, figures).execute();
            }
            return;
        }
        try (Update ensuring = bind(handle.createUpdate(ensure), keys);
                Update adding = bind(handle.createUpdate(add), keys)) {
            ensuring.execute();
            bindFigures(adding, figures).execute();
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
