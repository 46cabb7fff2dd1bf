package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.Hashes;

/**
 * Slows down guessing of passwords: from the fifth wrong one for a name from an address on, each further one doubles the
 * wait, up to a quarter of an hour. Kept in the database, so that replicas and restarts give no fresh tries. A day without
 * a wrong one forgets the earlier ones.
 */
@ApplicationScoped
public class Guesses {

    private static final int FREE = 5;
    private static final int LONGEST_SECONDS = 15 * 60;
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String WRONG = """
            insert into sign_in_failure as past (key, failures, until) values (?, 1, ?)
            on conflict (key) do update set failures = least(past.failures + 1, 1000), until = excluded.until + make_interval(
                secs => case when past.failures + 1 < %d then 0 else least(2 ^ least(past.failures + 1 - %d, 20), %d) end)"""
            .formatted(FREE, FREE, LONGEST_SECONDS);

    private final DataSource database;
    private final Clock clock;

    Guesses(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How long the next try has to wait; zero if it may come. */
    Duration wait(String name, String address) {
        return run("select until from sign_in_failure where key = ?", query -> {
            query.setBytes(1, key(name, address));
            try (ResultSet row = query.executeQuery()) {
                Instant until = row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : Instant.MIN;
                return until.isAfter(clock.instant()) ? Duration.between(clock.instant(), until) : Duration.ZERO;
            }
        });
    }

    void wrong(String name, String address) {
        run("delete from sign_in_failure where until < ?", sweep -> {
            sweep.setObject(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
            return sweep.executeUpdate();
        });
        run(WRONG, count -> {
            count.setBytes(1, key(name, address));
            count.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            return count.executeUpdate();
        });
    }

    void right(String name, String address) {
        run("delete from sign_in_failure where key = ?", delete -> {
            delete.setBytes(1, key(name, address));
            return delete.executeUpdate();
        });
    }

    private static byte[] key(String name, String address) {
        return Hashes.sha256((name.length() + ":" + name + address).getBytes(StandardCharsets.UTF_8));
    }

    private <T> T run(String sql, Sql<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("failed sign-ins can't be read or written", e);
        }
    }

    private interface Sql<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
