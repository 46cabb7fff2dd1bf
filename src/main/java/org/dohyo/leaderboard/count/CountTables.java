package org.dohyo.leaderboard.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The counts of this replica's memory, so that a pass reads nothing that grows with the log. They stand for one size of
 * the log under one epoch: where the database's head is another, another replica was at it, and they are read anew.
 */
@ApplicationScoped
public class CountTables {

    private static final String PAIRS = """
            select first, second, first_wins, second_wins, ties, both_bad from pair_count where category = ?""";
    private static final String WEIGHTED = """
            select first, second, first_wins, second_wins, halves from weighted_pair_count where category = ?""";
    private static final String ELO = "select model_id, rating from elo_rating where category = ?";

    private final Map<String, CategoryTable> tables = new HashMap<>();
    private LogHead head;

    /**
     * Keeps what is in memory only if it stands for that head. To be called first under the job's lock; from then until
     * {@link #moveTo} it stands for none, so that nothing of a transaction that was rolled back can stay.
     */
    public synchronized void standFor(LogHead current) {
        if (!current.equals(head)) {
            tables.clear();
        }
        head = null;
    }

    /** What is in memory stands for that head now: the last act of a transaction. */
    public synchronized void moveTo(LogHead next) {
        head = next;
    }

    /** A category's table if it is in memory, where what the database is given must be added too; else null. */
    synchronized CategoryTable inMemory(String category) {
        return tables.get(category);
    }

    /** A category's table, read from the database unless it is in memory. */
    public synchronized CategoryTable of(Connection connection, String category) throws SQLException {
        CategoryTable table = tables.get(category);
        if (table == null) {
            table = read(connection, category);
            tables.put(category, table);
        }
        return table;
    }

    private static CategoryTable read(Connection connection, String category) throws SQLException {
        CategoryTable table = new CategoryTable();
        each(connection, PAIRS, category, row -> table.addPlain(row.getLong(1), row.getLong(2),
                new long[] { row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6) }));
        each(connection, WEIGHTED, category, row -> table.addWeighted(row.getLong(1), row.getLong(2),
                new long[] { row.getLong(3), row.getLong(4), row.getLong(5) }));
        each(connection, ELO, category, row -> table.elo().put(row.getLong(1), row.getDouble(2)));
        return table;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, String category, RowReader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, category);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
