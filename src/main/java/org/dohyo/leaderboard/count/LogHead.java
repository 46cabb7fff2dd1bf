package org.dohyo.leaderboard.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the counts in the database stand for: the entries 0 … size−1 of the log.
 *
 * @param epoch how often the counts have been rebuilt from the log
 */
public record LogHead(long epoch, long size) {

    public static LogHead read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select epoch, size from log_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new LogHead(row.getLong(1), row.getLong(2));
        }
    }

    public LogHead at(long size) {
        return new LogHead(epoch, size);
    }
}
