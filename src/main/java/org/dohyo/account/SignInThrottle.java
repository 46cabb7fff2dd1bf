package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.Hashes;
import org.dohyo.support.Networks;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Slows down guessing of passwords: from the fifth wrong password for a name from one network on, and from the
 * twentieth for any names, each further one doubles the wait, up to a quarter of an hour or a minute. The count is in
 * the database, so neither another replica nor a restart allows further attempts. After a day without a wrong password
 * the count is reset.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final Duration KEPT = Duration.ofDays(1);

    private final SignInFailure.Repository failures;
    private final Clock clock;

    SignInThrottle(SignInFailure.Repository failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** The time until the next attempt is allowed; zero if it is allowed now. */
    Duration delay(String name, String address) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Duration ofName = delay(key(name, address));
            Duration ofNetwork = delay(key(address));
            return ofName.compareTo(ofNetwork) > 0 ? ofName : ofNetwork;
        });
    }

    private Duration delay(byte[] key) {
        return failures.findByIdOptional(key).map(failure -> failure.wait(clock.instant())).orElse(Duration.ZERO);
    }

    /** Counts a wrong password, even if the caller's transaction is rolled back. */
    void failed(String name, String address) {
        QuarkusTransaction.requiringNew().run(() -> failures.deleteBefore(clock.instant().minus(KEPT)));
        QuarkusTransaction.requiringNew().run(() -> count(key(name, address), SignInFailure.Bound.NAME));
        QuarkusTransaction.requiringNew().run(() -> count(key(address), SignInFailure.Bound.NETWORK));
    }

    /**
     * If a correct password deletes the row between the two statements, the failure isn't counted: the correct password
     * was the later one.
     */
    private void count(byte[] key, SignInFailure.Bound bound) {
        if (!failures.addFirst(key, clock.instant())) {
            failures.lock(key).ifPresent(failure -> failure.again(clock.instant(), bound));
        }
    }

    /** Resets the count of wrong passwords for that name; it excuses none for other names. */
    void succeeded(String name, String address) {
        QuarkusTransaction.requiringNew().run(() -> failures.deleteById(key(name, address)));
    }

    private static byte[] key(String name, String address) {
        return Hashes.sha256((name.length() + ":" + name + Networks.of(address)).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] key(String address) {
        return Hashes.sha256(("network " + Networks.of(address)).getBytes(StandardCharsets.UTF_8));
    }
}
