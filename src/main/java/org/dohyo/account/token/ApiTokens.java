package org.dohyo.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Account;
import org.dohyo.account.Accounts;
import org.dohyo.account.Audit;
import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.account.Users;
import org.dohyo.replica.SharedLimits;
import org.dohyo.support.Networks;
import org.dohyo.support.Problem;
import org.dohyo.support.Tokens;
import org.dohyo.web.Refusal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The tokens of all accounts. An account's tokens end with it: one that is disabled loses them for good. */
@ApplicationScoped
public class ApiTokens {

    /** Nobody can guess 256 bits, so this only bounds the queries that a stranger can cause. */
    private static final SharedLimits.Limit UNKNOWN = new SharedLimits.Limit("unknown-tokens", 60,
            Duration.ofMinutes(1));
    private static final Duration USE_RECORDED = Duration.ofMinutes(1);
    /** How long an expired token stays in the list. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final ApiToken.Repository tokens;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;
    private final SharedLimits limits;

    ApiTokens(ApiToken.Repository tokens, Accounts accounts, Audit audit, SharedLimits limits, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * A token as lists show it.
     *
     * @param prefix its first characters
     * @param account the account that made it and for which it acts
     * @param lastUsedAt accurate to a minute; null if it has not been used
     */
    public record View(long id, String name, String prefix, List<Scope> scopes, String account, Instant createdAt,
            Instant expiresAt, Instant lastUsedAt, ApiToken.State state) {
    }

    /** @param token the whole text, which can't be had again */
    public record Created(String token, @JsonUnwrapped View view) {
    }

    /** The caller that a token stands for. */
    record Caller(String account, String prefix, Set<String> rights) {

        /** The name under which the audit trail keeps the caller's changes. */
        String signature() {
            return account + " (" + prefix + ")";
        }
    }

    /** Also deletes tokens that expired long ago. */
    @Transactional
    public Created create(String name, Set<Scope> scopes, Duration lifetime, String who) {
        Account account = accounts.enabled(who)
                .orElseThrow(() -> refusal(Status.CONFLICT, "no-such-user", TokenMessages::noSuchUser));
        Instant now = clock.instant();
        tokens.deleteExpired(now.minus(KEPT));
        String text = ApiToken.START + Tokens.fresh();
        ApiToken token = ApiToken.of(text, name, account, scopes, now, lifetime);
        tokens.persistAndFlush(token);
        View view = token.view(now);
        audit.record(who, "create", subject(token), null, view);
        return new Created(text, view);
    }

    /** The account whose tokens a caller sees and revokes; empty for an admin, who has those of all. */
    static Optional<String> owner(SignedIn caller) {
        return caller.may(Role.ADMIN) ? Optional.empty() : Optional.of(caller.name());
    }

    /** The tokens of that account, or of all accounts if it is empty, newest first. */
    @Transactional
    public List<View> all(Optional<String> account) {
        Instant now = clock.instant();
        return tokens.of(account).stream().map(token -> token.view(now)).toList();
    }

    /**
     * Ends the token at once and for good; nothing happens if it was revoked before.
     *
     * @param owner the account that must have made it; empty for any
     */
    @Transactional
    public void revoke(long id, Optional<String> owner, String who) {
        ApiToken token = tokens.findOne(id)
                .filter(one -> owner.isEmpty() || owner.get().equals(one.account().name()))
                .orElseThrow(() -> refusal(Status.NOT_FOUND, "no-such-token", TokenMessages::noSuchToken));
        if (tokens.revoke(id, clock.instant())) {
            audit.record(who, "revoke", subject(token), token.view(clock.instant()), null);
        }
    }

    void endAll(@Observes Users.Disabled account) {
        tokens.revokeAll(account.name(), clock.instant());
    }

    /**
     * Admits a call by a token and records the use.
     *
     * @param scope the scope that the call belongs to; empty if no token may make it
     * @throws Refusal 401 if the token is not valid, 403 if it lacks the scope, 429 after too many unknown tokens
     *         from that network
     */
    @Transactional(dontRollbackOn = Refusal.class)
    Caller admit(String text, Optional<Scope> scope, String address) {
        String network = Networks.of(address);
        limits.wait(UNKNOWN, network).ifPresent(wait -> {
            throw Refusal.by(TokenMessages.class, words -> Problem.later(Status.TOO_MANY_REQUESTS, "too-many-guesses",
                    words.manyUnknown(), wait));
        });
        ApiToken token = tokens.findByText(text).orElseThrow(() -> {
            limits.take(UNKNOWN, network);
            return invalid(TokenMessages::unknownToken);
        });
        Instant now = clock.instant();
        check(token, now);
        if (!token.wasUsedSince(now.minus(USE_RECORDED))) {
            tokens.used(token, now);
        }
        Scope needed = scope
                .orElseThrow(() -> refusal(Status.FORBIDDEN, "not-for-tokens", TokenMessages::notForTokens));
        if (!token.scopes().contains(needed)) {
            throw Refusal.by(TokenMessages.class, words -> Problem.of(Status.FORBIDDEN, "scope-missing",
                    words.scopeMissing(token.prefix(), needed.label()), "scope", needed.label()));
        }
        return new Caller(token.account().name(), token.prefix(), token.account().rights());
    }

    private static void check(ApiToken token, Instant now) {
        ApiToken.State state = token.state(now);
        if (state == ApiToken.State.REVOKED) {
            throw invalid(words -> words.revokedToken(token.prefix()));
        }
        if (state == ApiToken.State.EXPIRED) {
            throw invalid(words -> words.expiredToken(token.prefix(), token.expiresAt().toString()));
        }
    }

    private static Refusal invalid(Function<TokenMessages, String> detail) {
        return refusal(Status.UNAUTHORIZED, "token-invalid", detail);
    }

    private static Refusal refusal(Status status, String code, Function<TokenMessages, String> detail) {
        return Refusal.of(TokenMessages.class, status, code, detail);
    }

    private static String subject(ApiToken token) {
        return "token:" + token.prefix();
    }
}
