package org.dohyo.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.support.Tokens;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Accounts and their sessions, as signing in needs them. Authentication runs before a request has its CDI context, so
 * each method brings a transaction, to which Hibernate then binds its session.
 */
@ApplicationScoped
public class Accounts {

    /** Verified if the name is unknown, so that the response time doesn't reveal which names exist. */
    private static final String NOBODY = BcryptUtil.bcryptHash(Tokens.fresh());

    private final Account.Repository accounts;
    private final AccountSession.Repository sessions;
    private final Clock clock;
    private final Duration lifetime;

    Accounts(Account.Repository accounts, AccountSession.Repository sessions, Clock clock,
            SessionConfig config) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.lifetime = config.lifetime();
    }

    /** The enabled account of that name, if this is its password. */
    public Optional<Account> verify(String name, String password) {
        // Bcrypt is slow on purpose, so it holds no connection.
        Optional<Account> account = QuarkusTransaction.joiningExisting()
                .call(() -> accounts.findByName(name).filter(Account::isEnabled));
        boolean matches = BcryptUtil.matches(password, account.map(Account::passwordHash).orElse(NOBODY));
        return account.filter(known -> matches);
    }

    @Transactional
    public Optional<Account> enabled(String name) {
        return accounts.findByName(name).filter(Account::isEnabled);
    }

    @Transactional
    public boolean adminExists() {
        return accounts.count("role", Role.ADMIN) > 0;
    }

    /** Creates the account; returns false and changes nothing if the name is taken. */
    @Transactional
    public boolean create(String name, String password, Role role) {
        return accounts.add(name, password, role, clock.instant());
    }

    /**
     * Opens a session and returns the token that names it. Also deletes expired sessions.
     *
     * @param agent the browser's User-Agent header, by which its owner recognises the session; may be null
     */
    @Transactional
    public String openSession(Account account, String agent) {
        sessions.deleteExpired(clock.instant());
        String token = Tokens.fresh();
        sessions.persist(AccountSession.open(account, token, agent, clock.instant(), lifetime));
        return token;
    }

    @Transactional
    public Optional<Account> bySession(String token) {
        return sessions.findByToken(token).filter(session -> session.isValid(clock.instant()))
                .map(AccountSession::account);
    }

    @Transactional
    public void endSession(String token) {
        sessions.end(token);
    }
}
