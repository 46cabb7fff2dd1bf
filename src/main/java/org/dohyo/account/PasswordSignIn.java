package org.dohyo.account;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.Networks;

/** Signs in by name and password; both ways of signing in go through it, so both are slowed down alike. */
@ApplicationScoped
class PasswordSignIn {

    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final CheckTurns turns = new CheckTurns();

    PasswordSignIn(Accounts accounts, SignInThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    /**
     * The outcome of one try.
     *
     * @param account empty if the name or the password is wrong, or if the try came too early
     * @param delay how long the next try has to wait if this one came too early; else zero
     */
    record Attempt(Optional<Account> account, Duration delay) {

        boolean isTooEarly() {
            return !delay.isZero();
        }
    }

    /**
     * Checks the password and counts a wrong one; a try that comes too early is not checked. The tries of one network
     * are checked one after the other, so that each sees the count of those before it, and few networks' at the same
     * time; whoever would have to wait for long comes too early.
     */
    Attempt attempt(String name, String password, String address) {
        return turns.take(Networks.of(address), () -> inTurn(name, password, address))
                .orElse(new Attempt(Optional.empty(), NEXT_TRY));
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
