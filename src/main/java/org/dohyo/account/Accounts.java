package org.dohyo.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

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

    private final CheckedPasswords passwords = new CheckedPasswords();
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
        boolean matches = passwords.matches(password, account.map(Account::passwordHash).orElse(NOBODY));
        return account.filter(known -> matches);
    }

    /**
     * The account of a call.
     *
     * @param groups the groups that the identity provider named
     * @param confirmed false if the identity provider has to be asked again before the account has any rights
     */
    record Caller(Account account, boolean mayVote, Set<String> groups, boolean confirmed) {

        /** A caller whose password has been verified. */
        static Caller local(Account account) {
            return new Caller(account, true, Set.of(), true);
        }
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
        return openSession(account, agent, AccountSession.Confirmation.LOCAL);
    }

    /** As {@link #openSession(Account, String)}, for a person whom an identity provider has signed in. */
    @Transactional
    public String openSession(Account account, String agent, AccountSession.Confirmation confirmation) {
        sessions.deleteExpired(clock.instant());
        String token = Tokens.fresh();
        sessions.persist(AccountSession.open(account, token, agent, confirmation, clock.instant(), lifetime));
        return token;
    }

    @Transactional
    Optional<Caller> bySession(String token) {
        Instant now = clock.instant();
        return sessions.findByToken(token).filter(session -> session.isValid(now))
                .map(session -> new Caller(session.account(), session.mayVote(), session.groups(),
                        session.isConfirmed(now)));
    }

    @Transactional
    public void endSession(String token) {
        sessions.end(token);
    }
}
