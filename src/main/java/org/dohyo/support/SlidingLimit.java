package org.dohyo.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** At most so many events per key within a window, kept in this process's memory. */
public final class SlidingLimit {

    private static final int MOST_KEYS = 100_000;

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> events = new LinkedHashMap<>(16, 0.75f, true);

    public SlidingLimit(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /** Counts one event, or says how long to wait where the key has had its share. */
    public synchronized Optional<Duration> take(String key) {
        Instant now = clock.instant();
        Deque<Instant> seen = events.computeIfAbsent(key, unused -> new ArrayDeque<>());
        while (!seen.isEmpty() && !seen.peekFirst().plus(window).isAfter(now)) {
            seen.removeFirst();
        }
        if (seen.size() >= most) {
            return Optional.of(Duration.between(now, seen.peekFirst().plus(window)));
        }
        seen.addLast(now);
        forgetOldest();
        return Optional.empty();
    }

    private void forgetOldest() {
        Iterator<String> keys = events.keySet().iterator();
        while (events.size() > MOST_KEYS && keys.hasNext()) {
            keys.next();
            keys.remove();
        }
    }
}
