package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class SlidingLimitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock();
    private final SlidingLimit limit = new SlidingLimit(2, MINUTE, clock);

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void beyondTheLimit_theWaitUntilTheOldestLeavesTheWindow() {
        assertThat(limit.take("a")).isEmpty();
        clock.pass(Duration.ofSeconds(20));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).contains(Duration.ofSeconds(40));
        clock.pass(Duration.ofSeconds(40).minusNanos(1));
        assertThat(limit.take("a")).contains(Duration.ofNanos(1));
        clock.pass(Duration.ofNanos(1));
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).contains(Duration.ofSeconds(20));
    }

    @Test
    void refusedEvents_dontCount() {
        limit.take("a");
        limit.take("a");
        for (int i = 0; i < 10; i++) {
            assertThat(limit.take("a")).isPresent();
        }
        clock.pass(MINUTE);
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isEmpty();
    }

    @Test
    void keys_haveTheirOwnShares() {
        limit.take("a");
        limit.take("a");
        assertThat(limit.take("b")).isEmpty();
        assertThat(limit.take("a")).isPresent();
    }

    /** Memory is bounded: of 100,000 keys the one longest unused goes, one in use stays. */
    @Test
    void theKeyLongestUnused_isForgotten() {
        limit.take("idle");
        limit.take("idle");
        limit.take("used");
        limit.take("used");
        for (int i = 0; i < 99_998; i++) {
            limit.take("key " + i);
        }
        assertThat(limit.take("used")).isPresent();
        limit.take("one more");
        assertThat(limit.take("used")).isPresent();
        assertThat(limit.take("idle")).isEmpty();
    }
}
