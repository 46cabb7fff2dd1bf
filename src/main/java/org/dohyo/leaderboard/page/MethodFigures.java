package org.dohyo.leaderboard.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.Proportion;

import io.agroal.api.AgroalDataSource;

/** This instance's own figures for the method page; none of them costs more as the log of counted votes grows. */
@ApplicationScoped
class MethodFigures {

    static final int NEWEST = 20_000;
    private static final String LEFT_OUT = """
            select kind, coalesce(leaf::json ->> 'reason', leaf::json ->> 'notCountedReason', ''), count(*) from log_entry
            where sign <> 1 or kind <> 'CAST' group by 1, 2 order by 1, 3 desc, 2 limit 50""";
    private static final String SIDES = """
            select count(*) filter (where outcome = 'A'), count(*) filter (where outcome in ('A', 'B')) from log_entry
            where position >= (select size from log_head) - ? and kind = 'CAST' and sign = 1""";

    private final AgroalDataSource database;

    MethodFigures(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Entries of the log that are not a counted vote.
     *
     * @param kind CAST (not counted), WITHDRAW, EXCLUDE or RESTORE
     * @param reason may be empty
     */
    public record LeftOut(String kind, String reason, long entries) {
    }

    /**
     * @param sideA share of decided votes that side A won, among the newest
     */
    record Figures(List<LeftOut> leftOut, Proportion sideA, long decided) {
    }

    Figures read() {
        try (Connection connection = database.getConnection()) {
            List<LeftOut> leftOut = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LEFT_OUT); ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    leftOut.add(new LeftOut(row.getString(1), row.getString(2), row.getLong(3)));
                }
            }
            try (PreparedStatement select = connection.prepareStatement(SIDES)) {
                select.setInt(1, NEWEST);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Figures(leftOut, Proportion.of(row.getLong(1), row.getLong(2)), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the figures of the method can't be read", e);
        }
    }
}
