package org.dohyo.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The one-time token that sets the first admin's password: an hour, one use, the newest alone is good. */
@ApplicationScoped
public class SetupLink {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final DataSource database;
    private final Clock clock;

    SetupLink(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a token in place of any earlier one. */
    String renew() {
        String token = Tokens.fresh();
        update("insert into setup_link (token_hash, expires_at) values (?, ?) on conflict (only_one) "
                + "do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at", token, LIFETIME);
        return token;
    }

    /** Uses the token up; false if it is not the current one or has run out. */
    boolean use(String token) {
        return update("delete from setup_link where token_hash = ? and expires_at > ?", token, Duration.ZERO) == 1;
    }

    private int update(String sql, String token, Duration ahead) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, Tokens.hash(token));
            statement.setObject(2, clock.instant().plus(ahead).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the setup link can't be written", e);
        }
    }
}
