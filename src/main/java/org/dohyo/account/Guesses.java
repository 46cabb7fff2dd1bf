package org.dohyo.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Slows down guessing of passwords: after five wrong ones for a name from an address each further one doubles the wait,
 * up to a quarter of an hour. Kept in memory per replica and bounded; the oldest are forgotten first.
 */
@ApplicationScoped
public class Guesses {

    private static final int FREE = 5;
    private static final int KEPT = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>();

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** How long the next try has to wait; zero if it may come. */
    synchronized Duration wait(String name, String address) {
        Failures past = failures.get(new Key(name, address));
        if (past == null || !past.until.isAfter(clock.instant())) {
            return Duration.ZERO;
        }
        return Duration.between(clock.instant(), past.until);
    }

    synchronized void wrong(String name, String address) {
        Failures past = failures.remove(new Key(name, address));
        int count = past == null ? 1 : past.count + 1;
        failures.put(new Key(name, address), new Failures(count, clock.instant().plus(pause(count))));
        if (failures.size() > KEPT) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void right(String name, String address) {
        failures.remove(new Key(name, address));
    }

    private static Duration pause(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private record Key(String name, String address) {
    }

    private record Failures(int count, Instant until) {
    }
}
