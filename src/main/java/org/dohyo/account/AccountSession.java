package org.dohyo.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.dohyo.support.Tokens;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A sign-in of an account, identified by a token; only the token's hash is stored. */
@Entity
public class AccountSession {

    private static final int MAX_AGENT = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** SHA-256 of the token. */
    private byte[] idHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    private Instant createdAt;

    private Instant expiresAt;

    /** The browser's User-Agent header, cut to {@value #MAX_AGENT} characters. */
    private String agent;

    /** How long an identity provider's word on the person's groups holds; null for a session that a password opened. */
    private Instant confirmedUntil;

    private boolean mayVote;

    /** The groups that the identity provider named; empty for a session that a password opened. */
    private String[] groupNames;

    /**
     * An identity provider's word on a person.
     *
     * @param until the time until which it holds; null if it holds as long as the session
     */
    public record Confirmation(Instant until, boolean mayVote, Set<String> groups) {

        static final Confirmation LOCAL = new Confirmation(null, true, Set.of());
    }

    /** @param agent the browser's User-Agent header, or null */
    static AccountSession open(Account account, String token, String agent, Confirmation confirmation, Instant now,
            Duration lifetime) {
        AccountSession session = new AccountSession();
        session.idHash = Tokens.hash(token);
        session.account = account;
        session.createdAt = now;
        session.expiresAt = now.plus(lifetime);
        session.confirmedUntil = confirmation.until();
        session.mayVote = confirmation.mayVote();
        session.groupNames = confirmation.groups().stream().sorted().toArray(String[]::new);
        session.agent = agent == null ? "" : agent.substring(0, Math.min(MAX_AGENT, agent.length()));
        return session;
    }

    Account account() {
        return account;
    }

    boolean mayVote() {
        return mayVote;
    }

    Set<String> groups() {
        return Set.of(groupNames);
    }

    /** False once the provider has to be asked again. */
    boolean isConfirmed(Instant now) {
        return confirmedUntil == null || confirmedUntil.isAfter(now);
    }

    boolean isValid(Instant now) {
        return expiresAt.isAfter(now) && account.isEnabled();
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<AccountSession, Long> {

        Optional<AccountSession> findByToken(String token) {
            return find("from AccountSession s join fetch s.account where s.idHash = ?1", (Object) Tokens.hash(token))
                    .firstResultOptional();
        }

        void end(String token) {
            delete("idHash", (Object) Tokens.hash(token));
        }

        void endAll(String account) {
            delete("account.id = (select a.id from Account a where a.name = ?1)", account);
        }

        void deleteExpired(Instant now) {
            delete("expiresAt < ?1", now);
        }

        List<Users.OpenSession> openOf(String account, Instant now) {
            return find("account.name = ?1 and expiresAt > ?2 order by createdAt desc", account, now)
                    .project(Users.OpenSession.class).list();
        }
    }
}
