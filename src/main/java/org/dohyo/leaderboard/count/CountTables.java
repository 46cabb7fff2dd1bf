package org.dohyo.leaderboard.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.vote.LogHead;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * This replica's counts in memory, so that a pass reads nothing that grows with the log. Valid for one (epoch, size) of
 * the log. If the head in the database differs, another replica ran a pass, and the tables are reloaded.
 */
@ApplicationScoped
public class CountTables {

    private static final String PAIRS = """
            select first, second, first_wins, second_wins, ties, both_bad, weighted_first_wins, weighted_second_wins, weighted_halves
            from pair_count where category = ?""";
    private static final String ELO = "select model_id, rating from elo_rating where category = ?";

    private final Jdbi jdbi;
    private final Map<String, CategoryTable> tables = new HashMap<>();
    private KnownVoters voters;
    private LogHead.Mark head;

    public CountTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Drops the tables unless they are those of that head. To be called first under the job's lock; until
     * {@link #moveTo} they are valid for no head, so that nothing of a transaction that is rolled back can stay.
     */
    public synchronized void standFor(LogHead.Mark current) {
        if (!current.equals(head)) {
            tables.clear();
            voters = null;
        }
        head = null;
    }

    /** Declares the tables valid for that head: must be the last call of a transaction. */
    public synchronized void moveTo(LogHead.Mark next) {
        head = next;
    }

    /** The tables in memory by category: changes of the database have to be repeated there. */
    synchronized Map<String, CategoryTable> inMemory() {
        return Map.copyOf(tables);
    }

    /** A category's table, read from the database unless it is in memory. */
    public synchronized CategoryTable of(String category) {
        return tables.computeIfAbsent(category, unused -> jdbi.withHandle(handle -> read(handle, category)));
    }

    /**
     * The voters of late; null if no batch has had many.
     *
     * @param many true if this one has
     */
    synchronized KnownVoters voters(boolean many) {
        if (voters == null && many) {
            voters = new KnownVoters();
        }
        return voters;
    }

    private static CategoryTable read(Handle handle, String category) {
        CategoryTable table = new CategoryTable();
        handle.select(PAIRS, category).map((row, context) -> Counted.of(row))
                .forEach(pair -> table.add(pair.first, pair.second, pair.figures));
        handle.select(ELO, category).map((row, context) -> Map.entry(row.getLong(1), row.getDouble(2)))
                .forEach(model -> table.elo().put(model.getKey(), model.getValue()));
        return table;
    }

    private record Counted(long first, long second, long[] figures) {

        static Counted of(ResultSet row) throws SQLException {
            long[] figures = new long[CategoryTable.FIGURES];
            for (int i = 0; i < figures.length; i++) {
                figures[i] = row.getLong(3 + i);
            }
            return new Counted(row.getLong(1), row.getLong(2), figures);
        }
    }
}
