package org.dohyo.battle.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Knows whether something that recurs has succeeded without a gap for some time. Thread-safe. */
final class Steadiness {

    private final long mostGap;
    private final long span;
    private final LongSupplier nanos;
    private long since;
    private long last;

    /**
     * @param mostGap between two successes; after a longer one the time begins anew
     * @param span for which there must have been no gap
     */
    Steadiness(Duration mostGap, Duration span) {
        this(mostGap, span, System::nanoTime);
    }

    Steadiness(Duration mostGap, Duration span, LongSupplier nanos) {
        this.mostGap = mostGap.toNanos();
        this.span = span.toNanos();
        this.nanos = nanos;
        this.since = nanos.getAsLong();
        this.last = since;
    }

    synchronized void succeeded() {
        long now = nanos.getAsLong();
        if (now - last > mostGap) {
            since = now;
        }
        last = now;
    }

    synchronized boolean isSteady() {
        long now = nanos.getAsLong();
        return now - last <= mostGap && now - since >= span;
    }
}
