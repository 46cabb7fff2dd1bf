package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.elytron.security.common.BcryptUtil;

/**
 * Accounts and their sessions in the database. Plain SQL: authentication asks before a request has any of the contexts
 * that an entity manager needs.
 */
@ApplicationScoped
public class Accounts {

    /** Checked for an unknown name, so that the time of an answer does not tell which names exist. */
    private static final String NOBODY = BcryptUtil.bcryptHash(Tokens.fresh());
    /** Bcrypt ignores what lies beyond. */
    private static final int MAX_BYTES = 72;
    private static final int MIN_CHARACTERS = 12;
    private static final int MAX_AGENT = 300;

    private final DataSource database;
    private final Clock clock;
    private final Duration lifetime;

    Accounts(DataSource database, Clock clock,
            @ConfigProperty(name = "dohyo.session.lifetime", defaultValue = "PT12H") Duration lifetime) {
        this.database = database;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** The account of that name, if this is its password. */
    public Optional<Account> verify(String name, String password) {
        return run("select id, name, role, password_hash from account where name = ? and disabled_at is null", query -> {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                boolean known = row.next();
                boolean right = BcryptUtil.matches(password, known ? row.getString("password_hash") : NOBODY);
                return known && right ? Optional.of(account(row)) : Optional.empty();
            }
        });
    }

    public boolean adminExists() {
        return run("select exists (select 1 from account where role = 'admin')", query -> {
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    /** Makes the account and says whether it did: a name that is taken keeps its password. */
    public boolean create(String name, String password, String role) {
        String sql = "insert into account (name, password_hash, role, created_at) values (?, ?, ?, ?) "
                + "on conflict (name) do nothing";
        return run(sql, insert -> {
            insert.setString(1, name);
            insert.setString(2, BcryptUtil.bcryptHash(password));
            insert.setString(3, role);
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        });
    }

    /** Why that can't be a password, to follow the word in a sentence; empty if it can. */
    static Optional<String> complaint(String password) {
        if (password == null || password.length() < MIN_CHARACTERS || password.indexOf('\0') >= 0) {
            return Optional.of("must have at least " + MIN_CHARACTERS + " characters, none of them the null character");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES ? Optional.of("must fit into 72 bytes")
                : Optional.empty();
    }

    /**
     * Opens a session and returns the token that names it. Sessions that have run out are swept here.
     *
     * @param agent what the browser calls itself, so that its owner knows the session again; may be null
     */
    public String openSession(Account account, String agent) {
        run("delete from account_session where expires_at < ?", sweep -> {
            sweep.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return sweep.executeUpdate();
        });
        String token = Tokens.fresh();
        String sql = "insert into account_session (id_hash, account_id, created_at, expires_at, agent) "
                + "values (?, ?, ?, ?, ?)";
        run(sql, insert -> {
            insert.setBytes(1, Tokens.hash(token));
            insert.setLong(2, account.id());
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(4, clock.instant().plus(lifetime).atOffset(ZoneOffset.UTC));
            insert.setString(5, agent == null ? "" : agent.substring(0, Math.min(MAX_AGENT, agent.length())));
            return insert.executeUpdate();
        });
        return token;
    }

    public Optional<Account> bySession(String token) {
        String sql = "select a.id, a.name, a.role from account_session s join account a on a.id = s.account_id "
                + "where s.id_hash = ? and s.expires_at > ? and a.disabled_at is null";
        return run(sql, query -> {
            query.setBytes(1, Tokens.hash(token));
            query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(account(row)) : Optional.empty();
            }
        });
    }

    public void endSession(String token) {
        run("delete from account_session where id_hash = ?", delete -> {
            delete.setBytes(1, Tokens.hash(token));
            return delete.executeUpdate();
        });
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(row.getLong("id"), row.getString("name"), row.getString("role"));
    }

    private <T> T run(String sql, Sql<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the accounts can't be read or written", e);
        }
    }

    private interface Sql<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
