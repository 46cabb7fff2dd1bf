package org.dohyo.account;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Networks;
import org.dohyo.web.Refusal;

/** Signs in by name and password. The sign-in form and HTTP Basic both use it, so the same throttle applies to both. */
@ApplicationScoped
public class PasswordSignIn {

    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final CheckTurns turns = new CheckTurns();

    private final boolean local;

    PasswordSignIn(Accounts accounts, SignInThrottle throttle, SessionConfig config) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.local = config.local();
    }

    /**
     * The outcome of one attempt.
     *
     * @param account empty if the name or the password is wrong, or if the attempt came too early
     * @param delay the time until the next attempt is allowed if this one came too early; otherwise zero
     */
    record Attempt(Optional<Account> account, Duration delay) {

        boolean isTooEarly() {
            return !delay.isZero();
        }
    }

    /**
     * Checks the password and counts a wrong one. An attempt that comes too early is not checked. The attempts of one
     * network are checked one after the other, so that each sees the count of those before it, and only a few networks
     * are checked at the same time. An attempt that would have to wait for long counts as too early.
     *
     * @throws Refusal 403 where only an identity provider signs people in
     */
    Attempt attempt(String name, String password, String address) {
        requireLocal();
        return turns.take(Networks.of(address), () -> inTurn(name, password, address))
                .orElse(new Attempt(Optional.empty(), NEXT_TRY));
    }

    /** True unless an identity provider is the only way in. */
    public boolean isOffered() {
        return local;
    }

    /** @throws Refusal 403 where only an identity provider signs people in */
    void requireLocal() {
        if (!local) {
            throw Refusal.of(AccountMessages.class, Status.FORBIDDEN, "no-local-sign-in",
                    AccountMessages::noLocalSignIn);
        }
    }

    private Attempt inTurn(String name, String password, String address) {
        Duration delay = throttle.delay(name, address);
        if (!delay.isZero()) {
            return new Attempt(Optional.empty(), delay);
        }
        Optional<Account> account = accounts.verify(name, password);
        if (account.isPresent()) {
            throttle.succeeded(name, address);
        } else {
            throttle.failed(name, address);
        }
        return new Attempt(account, Duration.ZERO);
    }
}
