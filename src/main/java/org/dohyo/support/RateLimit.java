package org.dohyo.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * Limits the events of each key within a window that begins with the key's first event, in this process's memory. At
 * most {@value #MOST_KEYS} keys are kept; the least recently used go first.
 */
public final class RateLimit {

    private static final int MOST_KEYS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /** @param most the events per key and window */
    public RateLimit(int most, Duration window, Clock clock) {
        TimeMeter meter = new ClockMeter(clock);
        buckets = Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(window).ticker(meter::currentTimeNanos)
                .build(key -> Bucket.builder().withCustomTimePrecision(meter)
                        .addLimit(limit -> limit.capacity(most).refillIntervally(most, window)).build());
    }

    /** How long the key has to wait before its next event counts; empty if it may come now. Counts nothing. */
    public Optional<Duration> wait(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        return Optional.ofNullable(bucket).map(known -> known.estimateAbilityToConsume(1))
                .filter(probe -> !probe.canBeConsumed())
                .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Counts one event, or returns how long to wait if the key has used up its events. */
    public Optional<Duration> take(String key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The application's clock for bucket4j. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
