package org.dohyo.account.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.dohyo.account.Account;
import org.dohyo.support.Tokens;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A token of an account; of its secret text only the hash and the first characters are stored. */
@Entity
public class ApiToken {

    /** Begins every token, so that scanners for leaked secrets can recognise one. */
    static final String START = "dohyo_";

    private static final int SHOWN = START.length() + 6;

    /** A token is usable only while it is active. */
    public enum State {

        ACTIVE,
        EXPIRED,
        REVOKED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** SHA-256 of the whole text. */
    private byte[] tokenHash;

    /** The text's first {@value #SHOWN} characters, by which people recognise it. */
    private String prefix;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Account account;

    private String[] scopes;

    private Instant createdAt;

    private Instant expiresAt;

    /** Accurate to a minute; null if it has not been used. */
    private Instant lastUsedAt;

    private Instant revokedAt;

    static ApiToken of(String text, String name, Account account, Collection<Scope> scopes, Instant now,
            Duration lifetime) {
        ApiToken token = new ApiToken();
        token.tokenHash = Tokens.hash(text);
        token.prefix = text.substring(0, SHOWN);
        token.name = name;
        token.account = account;
        token.scopes = scopes.stream().sorted().map(Scope::label).toArray(String[]::new);
        token.createdAt = now;
        token.expiresAt = now.plus(lifetime);
        return token;
    }

    String prefix() {
        return prefix;
    }

    Account account() {
        return account;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** Without a scope that this version doesn't know. */
    List<Scope> scopes() {
        return Arrays.stream(scopes).map(Scope::ofLabel).flatMap(Optional::stream).toList();
    }

    State state(Instant now) {
        if (revokedAt != null || !account.isEnabled()) {
            return State.REVOKED;
        }
        return expiresAt.isAfter(now) ? State.ACTIVE : State.EXPIRED;
    }

    boolean wasUsedSince(Instant time) {
        return lastUsedAt != null && lastUsedAt.isAfter(time);
    }

    ApiTokens.View view(Instant now) {
        return new ApiTokens.View(id, name, prefix, scopes(), account.name(), createdAt, expiresAt, lastUsedAt,
                state(now));
    }

    /** Changes single columns, so that a use that is being recorded can't undo a revocation. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ApiToken, Long> {

        Optional<ApiToken> findByText(String text) {
            return find("from ApiToken t join fetch t.account where t.tokenHash = ?1", (Object) Tokens.hash(text))
                    .firstResultOptional();
        }

        Optional<ApiToken> findOne(long id) {
            return find("from ApiToken t join fetch t.account where t.id = ?1", id).firstResultOptional();
        }

        /** The tokens of that account, or of all if it is empty, newest first. */
        List<ApiToken> of(Optional<String> account) {
            String all = "from ApiToken t join fetch t.account ";
            return account.map(name -> list(all + "where t.account.name = ?1 order by t.id desc", name))
                    .orElseGet(() -> list(all + "order by t.id desc"));
        }

        void used(ApiToken token, Instant now) {
            update("lastUsedAt = ?1 where id = ?2", now, token.id);
        }

        /** Returns false if it was revoked already. */
        boolean revoke(long id, Instant now) {
            return update("revokedAt = ?1 where id = ?2 and revokedAt is null", now, id) == 1;
        }

        void revokeAll(String account, Instant now) {
            update("revokedAt = ?1 where revokedAt is null"
                    + " and account.id = (select a.id from Account a where a.name = ?2)", now, account);
        }

        void deleteExpired(Instant before) {
            delete("expiresAt < ?1", before);
        }
    }
}
