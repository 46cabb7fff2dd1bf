package org.dohyo.flood;

import java.time.Duration;
import java.time.Instant;

/** The events of one subject in its present window: those that all replicas know of, and this one's newest. */
final class Tally {

    private Instant end = Instant.MIN;
    private int shared;
    private int fresh;

    synchronized int count(Instant now) {
        return now.isBefore(end) ? shared + fresh : 0;
    }

    synchronized Duration left(Instant now) {
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** Counts an event unless there are so many already; the first one begins a window of that length. */
    synchronized boolean take(int most, Duration window, Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(window);
            shared = 0;
            fresh = 0;
        }
        boolean left = shared + fresh < most;
        if (left) {
            fresh++;
        }
        return left;
    }

    /** The events that no other replica knows of yet. */
    synchronized int fresh(Instant now) {
        return now.isBefore(end) ? fresh : 0;
    }

    /** Takes over what all replicas together have counted, with so many of this one's newest events. */
    synchronized void share(int counted, int all, Instant until) {
        fresh = Math.max(0, fresh - counted);
        shared = all;
        end = until;
    }

    synchronized boolean ended(Instant now) {
        return !now.isBefore(end);
    }
}
