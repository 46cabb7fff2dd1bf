package org.dohyo.leaderboard.pairing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.VotesToday;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;

/** Counts today's votes by the index on their time, once in some seconds however many pages are shown. */
@ApplicationScoped
public class CastToday implements VotesToday {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(CastToday.class);

    private final AgroalDataSource database;
    private final Clock clock;
    private OptionalLong count = OptionalLong.empty();
    private Instant until = Instant.MIN;

    CastToday(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized OptionalLong count() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(FRESH);
            count = counted(now);
        }
        return count;
    }

    private OptionalLong counted(Instant now) {
        ZoneId here = ZoneId.systemDefault();
        LocalDate today = LocalDate.ofInstant(now, here);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from vote where cast_at >= ? and cast_at < ? and withdrawn_at is null")) {
            select.setTimestamp(1, Timestamp.from(today.atStartOfDay(here).toInstant()));
            select.setTimestamp(2, Timestamp.from(today.plusDays(1).atStartOfDay(here).toInstant()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return OptionalLong.of(row.getLong(1));
            }
        } catch (SQLException e) {
            // A figure at the edge of a page must not take the page down.
            LOG.warnf("Today's votes can't be counted now: %s", e.getMessage());
            return OptionalLong.empty();
        }
    }
}
